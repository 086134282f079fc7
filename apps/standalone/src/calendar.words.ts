import { phrase, type WordsPart } from '#graphql';

/** What `npm run calendar` says of itself. */
export const CALENDAR_CLI_WORDS = {
  usage: {
    en: 'Name one file that holds a year, .json or .xlsx: npm run calendar -- <file> [--dry-run] [--lang zh|en]; or ask for an empty workbook: --template <file>',
    zh: '请给出一个含一年日历的文件（.json 或 .xlsx）：npm run calendar -- <文件> [--dry-run] [--lang zh|en]；或索取空白工作簿：--template <文件>',
  },
  template: phrase({
    en: 'An empty calendar is in {path}: fill it in, then npm run calendar -- {path} --dry-run',
    zh: '空白日历在 {path}：填好后运行 npm run calendar -- {path} --dry-run',
  }),
  nothing: phrase({
    en: 'Nothing to change: {year} stands at version {version} already.',
    zh: '无需更改：{year} 年已是第 {version} 版。',
  }),
  announced: phrase({
    en: '{year} is announced, version {version}.',
    zh: '{year} 年已公布，第 {version} 版。',
  }),
  corrected: phrase({
    en: '{year} is corrected, version {version}.',
    zh: '{year} 年已更正，第 {version} 版。',
  }),
  noConflicts: {
    en: 'No confirmed booking lies outside the hours of its offer by it.',
    zh: '没有已确认的预约因此落在开放时间之外。',
  },
  conflicts: phrase({
    en: '{count} confirmed bookings now lie outside the hours of their offers; they stand, and their owners see them by bookings(filter: {filter}):',
    zh: '{count} 个已确认的预约现已落在开放时间之外；预约保留，资源方可用 bookings(filter: {filter}) 查看：',
  }),
  conflict: phrase({
    en: '{region} {network}: "{offer}" of {owner}, for {requester}, {span}',
    zh: '{region} {network}：{owner} 的“{offer}”，{requester} 借用，{span}',
  }),
} satisfies WordsPart;
