/** The measures of GB/T 9704-2012, in millimetres. */
export const PAGE = {
  width: 210,
  height: 297,
  top: 37,
  right: 26,
  bottom: 35,
  left: 28,
  linesOnPage: 22,
  charactersInLine: 28,
  /** From the top of what may be printed on to the red head. */
  aboveMark: 35,
  /** From the lower edge of the page to that of its number, so that the dashes stand 7 mm beneath the text. */
  beneathNumber: 25,
} as const;

/** 3号, the size of the text, in points. */
export const TEXT_POINTS = 16;
/** 4号, that of page numbers, tables and copies. */
export const SMALL_POINTS = 14;

const TWIPS_IN_POINT = 20;
const TWIPS_IN_MM = 1440 / 25.4;

/** A twip is a twentieth of a point: what Word measures in. */
export function twipsOf(millimetres: number): number {
  return Math.round(millimetres * TWIPS_IN_MM);
}

/** Of what may be printed on, in twips. */
export const TEXT_WIDTH = twipsOf(PAGE.width) - twipsOf(PAGE.left) - twipsOf(PAGE.right);
const TEXT_HEIGHT = twipsOf(PAGE.height) - twipsOf(PAGE.top) - twipsOf(PAGE.bottom);

/** From line to line, in twips, so that 22 fill a page. */
export const LINE_TWIPS = Math.floor(TEXT_HEIGHT / PAGE.linesOnPage);
/** From character to character, in twips, so that 28 fill a line: a little less than their size. */
export const CHARACTER_TWIPS = Math.floor(TEXT_WIDTH / PAGE.charactersInLine);
/**
 * What each character of the text is given beyond its size, in twips; below 0. Written beside each style rather than as
 * a grid of the page, in which LibreOffice gives a character that is larger than a cell two of them.
 */
export const CHARACTER_SPACING = CHARACTER_TWIPS - TEXT_POINTS * TWIPS_IN_POINT;

export type Font = 'FANGSONG' | 'HEITI' | 'KAITI' | 'XIAOBIAOSONG' | 'SONGTI';

/** The name that Word looks for, and what else is looked for where that is not installed. */
export const FONTS: Readonly<Record<Font, { readonly name: string; readonly others: readonly string[] }>> = {
  FANGSONG: { name: '仿宋_GB2312', others: ['仿宋', 'FangSong', 'STFangsong'] },
  HEITI: { name: '黑体', others: ['SimHei', 'STHeiti', 'Noto Sans CJK SC'] },
  KAITI: { name: '楷体_GB2312', others: ['楷体', 'KaiTi', 'STKaiti'] },
  XIAOBIAOSONG: { name: '方正小标宋简体', others: ['方正小标宋_GBK', 'FZXiaoBiaoSong-B05S', 'STZhongsong'] },
  SONGTI: { name: '宋体', others: ['SimSun', 'STSong', 'Noto Serif CJK SC'] },
};

/** What kinds of lines there are on a paper. */
export type Style =
  | 'mark'
  | 'number'
  | 'title'
  | 'recipients'
  | 'heading1'
  | 'heading2'
  | 'text'
  | 'labelled'
  | 'signature'
  | 'copies'
  | 'cell'
  | 'columnHeading'
  | 'blank';

export interface Look {
  readonly font: Font;
  readonly points: number;
  readonly align: 'BOTH' | 'CENTRE' | 'RIGHT';
  /** By how many characters its first line stands in. */
  readonly indent: 0 | 2;
  /** From line to line, in twips. */
  readonly lineTwips: number;
}

const TEXT: Look = { font: 'FANGSONG', points: TEXT_POINTS, align: 'BOTH', indent: 2, lineTwips: LINE_TWIPS };
const TITLE: Look = { ...TEXT, font: 'XIAOBIAOSONG', points: 22, align: 'CENTRE', indent: 0, lineTwips: 700 };
const CELL: Look = { ...TEXT, points: SMALL_POINTS, indent: 0, lineTwips: 440 };

export const LOOKS: Readonly<Record<Style, Look>> = {
  mark: { ...TITLE, points: 36, lineTwips: 1000 },
  number: { ...TEXT, align: 'CENTRE', indent: 0 },
  title: TITLE,
  recipients: { ...TEXT, indent: 0 },
  heading1: { ...TEXT, font: 'HEITI' },
  heading2: { ...TEXT, font: 'KAITI' },
  text: TEXT,
  labelled: { ...TEXT, indent: 0 },
  signature: { ...TEXT, align: 'RIGHT', indent: 0 },
  copies: CELL,
  cell: CELL,
  columnHeading: { ...CELL, font: 'HEITI', align: 'CENTRE' },
  blank: { ...TEXT, indent: 0 },
};

/** A head too long for its line is made smaller, down to the size of a title, in points. */
export function markPoints(text: string): number {
  const fitting = Math.floor(TEXT_WIDTH / TWIPS_IN_POINT / Math.max(1, Array.from(text).length));
  return Math.max(TITLE.points, Math.min(LOOKS.mark.points, fitting));
}

export const MARK_COLOUR = 'FF0000';
