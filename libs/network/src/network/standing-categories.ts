import { StandingCategory } from './need-category.entity.js';

/** What the standing categories are called until a network renames them, in the order of its lists. */
export const STANDING_CATEGORIES: readonly { code: StandingCategory; name: string; nameEn: string }[] = [
  { code: StandingCategory.ADVICE_AND_SERVICES, name: '咨询服务', nameEn: 'Advice and services' },
  { code: StandingCategory.CHARITY, name: '慈善', nameEn: 'Charity' },
  { code: StandingCategory.CULTURE_AND_SPORT, name: '文体', nameEn: 'Culture and sport' },
  { code: StandingCategory.VENUE_RENTAL, name: '场地租用', nameEn: 'Venue rental' },
  { code: StandingCategory.TRAINING, name: '培训', nameEn: 'Training' },
  { code: StandingCategory.MEDICAL, name: '医疗', nameEn: 'Medical' },
  { code: StandingCategory.SOCIAL_MEETING, name: '交友联谊', nameEn: 'Social meetings' },
  { code: StandingCategory.RECRUITMENT, name: '招聘', nameEn: 'Recruitment' },
];
