import type { SheetWords } from './words.js';

/** Why a file is not read. */
export const READER_WORDS = {
  noWorkbook: { en: 'The file is no XLSX workbook.', zh: '该文件不是 XLSX 工作簿。' },
  damagedZip: {
    en: 'The file is damaged: its zip cannot be unpacked.',
    zh: '文件已损坏，无法解压。',
  },
  damagedSheets: {
    en: 'The file is damaged: its sheets cannot be read.',
    zh: '文件已损坏，无法读取工作表。',
  },
  locked: { en: 'The file is locked with a password.', zh: '文件设有密码，无法读取。' },
  documentTypes: {
    en: 'The file declares document types of its own.',
    zh: '文件自带文档类型声明，不予读取。',
  },
  fileTooLarge: (most: number) => ({
    en: `The file is larger than ${most} MiB.`,
    zh: `文件超过 ${most} MiB。`,
  }),
  unpackedTooLarge: (most: number) => ({
    en: `Unpacked, the file is larger than ${most} MiB.`,
    zh: `文件解压后超过 ${most} MiB。`,
  }),
  tooManyParts: (most: number) => ({
    en: `The file has more than ${most} parts.`,
    zh: `文件的组成部分超过 ${most} 个。`,
  }),
  tooManySheets: (most: number) => ({
    en: `The workbook has more than ${most} sheets.`,
    zh: `工作簿的工作表超过 ${most} 个。`,
  }),
  tooManyRows: (place: string, most: number) => ({
    en: `${place} is not read: a sheet has at most ${most} rows. Empty or divide it.`,
    zh: `${place} 未读取：每张工作表最多 ${most} 行，请清空或拆分。`,
  }),
  tooManyColumns: (place: string, last: string) => ({
    en: `${place} is not read: a sheet ends with column ${last}. Empty it.`,
    zh: `${place} 未读取：工作表到 ${last} 列为止，请清空。`,
  }),
  cellTooLong: (place: string, most: number) => ({
    en: `${place} holds more than ${most} characters.`,
    zh: `${place} 超过 ${most} 个字符。`,
  }),
  tooMuchText: (most: number) => ({
    en: `The workbook holds more than ${most} characters of text.`,
    zh: `工作簿的文字超过 ${most} 个字符。`,
  }),
  tooDear: {
    en: 'The workbook holds too much to be read: save its sheets alone, as values, into a new one.',
    zh: '工作簿内容过多，无法读取：请只把各工作表的数值另存到新工作簿。',
  },
} satisfies Record<string, SheetWords | ((...blanks: never[]) => SheetWords)>;

/** What is wrong with a cell or a sheet, whatever it should hold. */
export const CELL_WORDS = {
  error: { en: 'holds an error', zh: '是一个错误值' },
  formula: { en: 'is a formula; put its value there', zh: '是公式，请填入它的值' },
  notOneOf: (choices: readonly string[]) => ({
    en: `must be one of ${choices.join(', ')}`,
    zh: `应为以下之一：${choices.join('、')}`,
  }),
  sheetMissing: { en: 'this sheet is missing', zh: '缺少此工作表' },
  sheetUnknown: (known: string) => ({
    en: `no sheet has this name; there are ${known}`,
    zh: `没有这个名称的工作表；可用的有 ${known}`,
  }),
  headingMissing: (heading: string) => ({
    en: `the heading "${heading}" is missing`,
    zh: `缺少标题“${heading}”`,
  }),
  headingTwice: (heading: string) => ({
    en: `the heading "${heading}" stands twice`,
    zh: `标题“${heading}”出现了两次`,
  }),
  columnUnknown: (heading: string) => ({
    en: `no column is called "${heading}", so what stands below would not be read: empty it or give it a heading of the template`,
    zh: `没有名为“${heading}”的列，下方内容不会被读取：请清空，或改用模板中的标题`,
  }),
} satisfies Record<string, SheetWords | ((...blanks: never[]) => SheetWords)>;
