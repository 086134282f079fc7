/** Official papers of a meeting. */
export enum PaperKind {
  CALL = 'CALL',
  SIGN_IN_SHEET = 'SIGN_IN_SHEET',
  MINUTES = 'MINUTES',
}

/** In the addresses under `/meetings/<id>/`. */
export const PAPER_NAMES: Readonly<Record<PaperKind, string>> = {
  [PaperKind.CALL]: 'call',
  [PaperKind.SIGN_IN_SHEET]: 'sign-in-sheet',
  [PaperKind.MINUTES]: 'minutes',
};
