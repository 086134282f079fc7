import { phrase, type Language, type WordsPart } from '#graphql';

/** What `npm run import` says of itself. */
export const CLI_WORDS = {
  usage: {
    en: 'Name one roster file, .json or .xlsx: npm run import -- <file> [--dry-run] [--lang zh|en]; or ask for an empty workbook: --template <file>',
    zh: '请给出一个名册文件（.json 或 .xlsx）：npm run import -- <文件> [--dry-run] [--lang zh|en]；或索取空白工作簿：--template <文件>',
  },
  running: phrase({
    en: 'Lianjian is running on {dir}: stop it, then import.',
    zh: '联建正在 {dir} 上运行，请先停止再导入。',
  }),
  template: phrase({
    en: 'An empty roster with its drop-downs is in {path}: fill it in, then npm run import -- {path} --dry-run',
    zh: '带下拉选项的空白名册在 {path}：填好后运行 npm run import -- {path} --dry-run',
  }),
  marked: phrase({ en: 'Each bad cell is marked in {path}.', zh: '有问题的单元格都已在 {path} 中标出。' }),
  nothing: {
    en: 'Nothing to change: the database holds what the file does.',
    zh: '无需更改：数据库与文件内容一致。',
  },
  dryRun: { en: 'A dry run: nothing was stored.', zh: '试运行：未保存任何内容。' },
  done: phrase({ en: 'Imported: {count} changes.', zh: '已导入：{count} 处更改。' }),
  passwords: phrase({
    en: 'The passwords of {count} new accounts are in {path}.',
    zh: '{count} 个新账号的密码在 {path}。',
  }),
} satisfies WordsPart;

/** As `--lang` says, else as the terminal's locale does. */
export function terminalLanguage(
  asked: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const wish = [asked, LC_ALL, LC_MESSAGES, LANG].find((one) => one !== undefined && one !== '');
  return /^zh/i.test(wish ?? '') ? 'zh' : 'en';
}
