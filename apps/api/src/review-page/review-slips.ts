import { writeChineseTime } from '#calendar';
import { hidePhones, LANGUAGE_TAGS } from '#graphql';
import { markup, policyOf, styledPage } from '#print';
import { REVIEW_PAGE_CHAT as W } from './review-page.words.js';

/** Ten to a sheet, to be cut along the lines; black on white. */
const STYLE = `
@page { size: A4 portrait; margin: 10mm; }
* { box-sizing: border-box; }
body { margin: 0; color: #000; background: #fff; font: 11pt/1.4 "Songti SC", SimSun, "Noto Serif CJK SC", serif; }
ul { display: grid; grid-template-columns: 1fr 1fr; margin: 0; padding: 0; list-style: none; }
li { min-height: 54mm; padding: 5mm; border: 0.5pt dashed #000; break-inside: avoid; overflow-wrap: anywhere; }
p { margin: 0 0 1mm; }
strong { font: bold 15pt/1.6 ui-monospace, Consolas, monospace; }
`;

export const REVIEW_SLIPS_POLICY = policyOf(STYLE);

/** What stands on every slip. */
export interface SlipSheet {
  readonly title: string;
  /** Where this server was asked, e.g. `https://lianjian.example`. */
  readonly origin: string;
  readonly paths: readonly string[];
  readonly endsAt: Date;
  /** IANA name. */
  readonly zone: string;
}

/** Slips of paper with a code each, to be cut out and handed to those who came. */
export function slipsPage({ title, origin, paths, endsAt, zone }: SlipSheet): string {
  const named = hidePhones(title);
  const until = W.slipUntil({ time: writeChineseTime(endsAt, zone) });
  const slips = paths.map(
    (path) => markup`<li>
<p>${W.slip({ title: named })}</p>
<p>${W.slipOpen}</p>
<p><strong>${`${origin}${path}`}</strong></p>
<p>${until}</p>
</li>
`,
  );
  return styledPage({
    language: LANGUAGE_TAGS.zh,
    title: W.slipsTitle({ title: named }),
    style: STYLE,
    body: markup`<ul>\n${slips}</ul>\n`,
  });
}
