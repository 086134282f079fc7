/** One official paper (公文) in plain words: what stands on it, and in which order, but not how it looks. */
export interface Paper {
  /** The red head above the line (发文机关标志, 纪要标志); null: the paper begins with its title. */
  readonly mark: string | null;
  /** Beneath the head (发文字号), e.g. `〔2026〕3号`. */
  readonly number: string | null;
  readonly title: string;
  /** Whom it is addressed to (主送). */
  readonly recipients: readonly string[];
  readonly body: readonly Block[];
  readonly signature: Signature | null;
  /** Who receives a copy (抄送). */
  readonly copies: readonly string[];
}

export interface Signature {
  readonly by: string;
  /** A day, `2026-12-10`. */
  readonly on: string;
}

export type Block = Paragraph | Heading | List | Labelled | Table;

/** Text may have several lines: each becomes a paragraph of its own. */
export interface Paragraph {
  readonly kind: 'PARAGRAPH';
  readonly text: string;
}

/** Numbered by itself: 一、 on level 1, （一） on level 2. */
export interface Heading {
  readonly kind: 'HEADING';
  readonly level: 1 | 2;
  readonly text: string;
}

/** Numbered 1. 2. 3. */
export interface List {
  readonly kind: 'LIST';
  readonly items: readonly string[];
}

/** `出席：…`, as those present are listed: what runs on stands beneath the first word after the colon. */
export interface Labelled {
  readonly kind: 'LABELLED';
  readonly label: string;
  readonly text: string;
}

export interface Table {
  readonly kind: 'TABLE';
  readonly columns: readonly Column[];
  /** A cell for each column. */
  readonly rows: readonly (readonly string[])[];
  /** Whether rows are high enough to sign in them. */
  readonly isSigned: boolean;
}

export interface Column {
  readonly heading: string;
  /** How wide it is, compared with the others. */
  readonly share: number;
  readonly align: 'LEFT' | 'CENTRE';
}
