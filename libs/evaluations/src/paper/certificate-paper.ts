import { writeChineseDate } from '#print';
import { RecognitionKind, type Recognition } from '../recognition/recognition.entity.js';
import { CERTIFICATE_WORDS as W } from './certificate-paper.words.js';

/** An award, a letter or a banner as it is printed and hung up, in Chinese. */
export interface CertificatePaper {
  readonly heading: string;
  /** To whom, as it is addressed. */
  readonly to: string;
  /** What stands above the title; none of a banner without a word of what for. */
  readonly before: string | null;
  /** What is read from afar. */
  readonly title: string;
  readonly after: string | null;
  readonly fromWhom: string;
  /** As `2026年12月5日`. */
  readonly day: string;
}

export type Certified = Pick<
  Recognition,
  'kind' | 'title' | 'occasion' | 'what' | 'fromWhom' | 'day' | 'isCoHost' | 'projectId'
>;

export function certificatePaper(certified: Certified, unit: string): CertificatePaper {
  const { kind, title, what, fromWhom } = certified;
  const common = { to: W.to({ unit }), title, fromWhom, day: writeChineseDate(certified.day) };
  switch (kind) {
    case RecognitionKind.AWARD:
      return { ...common, heading: W.award, before: writeOccasion(certified), after: W.encouragement };
    case RecognitionKind.LETTER:
      return { ...common, heading: W.letter, before: null, after: what };
    case RecognitionKind.BANNER:
      return { ...common, heading: W.banner, before: what, after: null };
  }
}

/** Of a project who led it and who took part is told apart; of anything else there is only who was nominated. */
function writeOccasion({ occasion, what, isCoHost, projectId }: Certified): string {
  const blanks = { occasion: occasion ?? '', what: what ?? '' };
  if (projectId === null) return W.subject(blanks);
  return isCoHost ? W.coHost(blanks) : W.lead(blanks);
}
