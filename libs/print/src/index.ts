export { type Markup, markup } from './markup.js';
export { SIZES, type LetterSize } from './letter-size.js';
export { fitsOnePage } from './one-page.js';
export { writeChineseDate, writeChineseNumber } from './paper/chinese-numbers.js';
export { writeDocx } from './paper/docx/write-docx.js';
export { writeHtml, type HtmlPaper } from './paper/html/write-html.js';
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
} from './paper/paper.js';
export { policyOf } from './page-policy.js';
export {
  PRINTED_PAGE_POLICY,
  printedPage,
  printedTable,
  styledPage,
  type PrintedColumn,
} from './printed-page.js';
