const counted = (en: string, zh: string) => ({
  en: `${en} It counts in the month of the menu, for the unit that leads the activity, in its network.`,
  zh: `${zh}计入所属菜单的月份，归牵头单位及所在网络。`,
});
const filed = (en: string, zh: string) => ({
  en: `${en} It counts in the month of the menu, for the unit that led the activity when the result was filed, in its network.`,
  zh: `${zh}计入所属菜单的月份，归填报成果时的牵头单位及所在网络。`,
});

/** Activities and what came of them, as figures. */
export const DOING_FIGURE_WORDS = {
  ACTIVITIES_HELD: {
    title: { en: 'Activities held', zh: '活动场次' },
    definition: counted(
      'Published activities beside the service days, of which at least one date was held; a course is one.',
      '服务日之外、已发布且至少举办一场的活动；一门课程计一项。',
    ),
  },
  SERVICE_DAYS_HELD: {
    title: { en: 'Service days held', zh: '服务日' },
    definition: counted('Published service days that were held.', '已发布且已举办的服务日。'),
  },
  HEADS_CHECKED_IN: {
    title: { en: 'Persons checked in', zh: '签到人次' },
    definition: counted(
      'Persons who were checked in at published activities, service days too, over all their dates; whoever came twice counts twice.',
      '已发布活动（含服务日）各场次的签到人数之和；同一人来两次计两次。',
    ),
  },
  HEADS_SERVED: {
    title: { en: 'Persons served', zh: '服务人次' },
    definition: filed(
      'Persons served by published activities, service days too, as the filed results say.',
      '已发布活动（含服务日）的服务人数，以填报的成果为准。',
    ),
  },
  WORK_HOURS: {
    title: { en: 'Hours of work', zh: '志愿工时' },
    definition: filed(
      'Hours of work given in published activities, of all persons together, as the filed results say.',
      '已发布活动中全体人员投入的工时之和，以填报的成果为准。',
    ),
  },
  REVIEW_MARK: {
    title: { en: 'Mean mark', zh: '评价均分' },
    definition: counted(
      'Mean mark, from 1 to 5, over all reviews of published activities; those by codes once they are released. Each review weighs the same.',
      '已发布活动全部评价的平均分（1 至 5 分），评价码评价自公布后计入。每条评价权重相同。',
    ),
  },
} as const;
