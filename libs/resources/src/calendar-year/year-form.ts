import type { SheetForm } from '#sheets';

/** What kind of day it is, as a drop-down offers it. */
const CLASSES = ['工作日 WORKDAY', '休息日 REST_DAY', '法定节假日 HOLIDAY'];

export const YEAR_FORM: SheetForm = {
  name: '年份 Year',
  isNeeded: true,
  columns: [
    { field: 'year', heading: '年份 Year', kind: 'number' },
    { field: 'source', heading: '来源 Source', width: 46 },
  ],
};

/** Only days that differ from a week in which Monday to Friday are worked. */
export const DAYS_FORM: SheetForm = {
  name: '日子 Days',
  isNeeded: true,
  columns: [
    { field: 'day', heading: '日期 Day' },
    { field: 'class', heading: '类别 Class', kind: 'choice', choices: CLASSES },
    { field: 'name', heading: '名称 Name' },
  ],
};
