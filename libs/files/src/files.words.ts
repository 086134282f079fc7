import { phrase, type WordsPart } from '#graphql';

/** Why a name or a content is not taken. */
export const CONTENT_WORDS = {
  empty: { en: 'The file is empty.', zh: '文件是空的。' },
  unknownType: {
    en: 'The file is none of JPEG, PNG, WebP, PDF, DOCX and XLSX.',
    zh: '文件不是 JPEG、PNG、WebP、PDF、DOCX 或 XLSX。',
  },
  alsoArchive: {
    en: 'The file is an archive as well, and is not taken.',
    zh: '该文件同时是压缩包，不予接收。',
  },
  markup: {
    en: 'The picture holds a script or a page, and is not taken.',
    zh: '图片中夹带脚本或网页，不予接收。',
  },
  broken: phrase({ en: 'The {type} is cut off or broken.', zh: '{type} 文件不完整或已损坏。' }),
  noWidth: { en: 'The picture has no width.', zh: '图片没有宽度。' },
  tooManyPixels: phrase({
    en: 'The picture has {width} × {height} pixels; at most 100 million are taken.',
    zh: '图片有 {width} × {height} 像素，最多接收一亿像素。',
  }),
  brokenDocument: {
    en: 'The document is broken: its parts cannot be listed.',
    zh: '文档已损坏，无法列出其组成部分。',
  },
  tooManyParts: phrase({
    en: 'The document has more than {most} parts.',
    zh: '文档的组成部分超过 {most} 个。',
  }),
  encrypted: { en: 'The document is encrypted: it cannot be checked.', zh: '文档已加密，无法检查。' },
  bomb: { en: 'The document unpacks to more than 200 MB.', zh: '文档解压后超过 200 MB。' },
  notOffice: { en: 'The archive is neither DOCX nor XLSX.', zh: '压缩包既不是 DOCX，也不是 XLSX。' },
  macros: {
    en: 'The document holds macros; save it without them.',
    zh: '文档含有宏，请另存为不含宏的文件。',
  },
  nameMissing: { en: 'The file needs a name.', zh: '文件需要名称。' },
  nameUnfit: {
    en: 'The name holds a character that cannot be shown.',
    zh: '文件名含有无法显示的字符。',
  },
  namePath: { en: 'The name must not be a path.', zh: '文件名不能是路径。' },
  nameTooLong: phrase({
    en: 'The name has {length} characters; at most {most} are taken.',
    zh: '文件名有 {length} 个字符，最多 {most} 个。',
  }),
} satisfies WordsPart;

/** Why an upload fails for what it is, wherever it comes from. */
export const UPLOAD_WORDS = {
  tooLarge: { en: 'A file may have at most 10 MB.', zh: '单个文件最大 10 MB。' },
  late: phrase({
    en: 'The file did not arrive within {seconds} seconds.',
    zh: '文件未能在 {seconds} 秒内传完。',
  }),
  brokenOff: { en: 'The file broke off on its way.', zh: '文件传输中断。' },
  noRoom: phrase({
    en: "Your unit's files may take {quota} MB together; {left} MB are left. Remove some first.",
    zh: '本单位的文件总共可占 {quota} MB，还剩 {left} MB，请先删除一些。',
  }),
  tooMany: phrase({
    en: 'At most {most} files can be attached to one thing.',
    zh: '每处最多可附 {most} 个文件。',
  }),
  notAForm: {
    en: 'Send the file itself as the body, not a form.',
    zh: '请把文件本身作为请求体发送，不要用表单。',
  },
  packed: { en: 'Send the file without a content encoding.', zh: '发送文件时不要使用内容编码。' },
  giveOnce: { en: 'Give it once, in the query of the URL.', zh: '请在网址的查询参数中给出，且只给一次。' },
  atOnce: phrase({ en: 'Send at most {most} files at once.', zh: '最多同时发送 {most} 个文件。' }),
  busy: {
    en: 'Many files are being sent at the moment; try again shortly.',
    zh: '此刻上传的文件较多，请稍后再试。',
  },
} satisfies WordsPart;

/** This library's part of the catalogue. */
export const FILES_WORDS = { content: CONTENT_WORDS, upload: UPLOAD_WORDS };
