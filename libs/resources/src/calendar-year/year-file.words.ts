import { phrase, type WordsPart } from '#graphql';

/** What is wrong with an entry of a calendar file, read after its path or cell; and what the import says. */
export const YEAR_FILE_WORDS = {
  bad: {
    en: 'Nothing was imported. The calendar has to be mended:',
    zh: '未导入任何内容。日历须先改正：',
  },
  notAnObject: { en: 'must be an object', zh: '应为对象' },
  notKnown: { en: 'is not known here', zh: '不是已知的字段' },
  yearForm: { en: 'must be a year from 2000 to 2200', zh: '应为 2000 到 2200 之间的年份' },
  oneYear: { en: 'a file holds one year', zh: '一个文件只含一个年份' },
  textForm: phrase({ en: 'must be text of 1 to {most} characters', zh: '应为 1 到 {most} 个字的文本' }),
  daysNeeded: {
    en: 'must list the days that differ from a plain week',
    zh: '须列出与普通周不同的日子',
  },
  dayMissing: { en: 'must be a day, YYYY-MM-DD', zh: '应为日期，如 2027-01-01' },
  otherYear: phrase({ en: 'is not a day of {year}', zh: '不是 {year} 年的日子' }),
  dayTwice: phrase({ en: 'stands at {place} already', zh: '已出现在 {place}' }),
  classForm: { en: 'must be one of WORKDAY, REST_DAY, HOLIDAY', zh: '应为 WORKDAY、REST_DAY、HOLIDAY 之一' },
  plainAnyway: {
    en: 'is so in a plain week: list only days that differ',
    zh: '本来如此，只列与普通周不同的日子',
  },
} satisfies WordsPart;
