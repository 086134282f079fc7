export { writeChineseDate, writeChineseNumber } from './chinese-numbers.js';
export { writeDocx } from './docx/write-docx.js';
export { writeHtml } from './html/write-html.js';
export { Markup, markup, type MarkupValue } from './markup.js';
export {
  type Block,
  type Column,
  type Heading,
  type Labelled,
  type List,
  type Paper,
  type Paragraph,
  type Signature,
  type Table,
} from './paper.js';
