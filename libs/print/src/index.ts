export { type Html, markup } from './markup.js';
export { PRINTED_PAGE_POLICY, printedPage, printedTable, type PrintedColumn } from './printed-page.js';
