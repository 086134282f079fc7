import type { CertificatePaper } from '#evaluations';
import { LANGUAGE_TAGS } from '#graphql';
import { markup, policyOf, styledPage } from '#print';

/** One sheet across, with a double frame and no picture: the paper it is printed on may have its own. */
const STYLE = `
@page { size: A4 landscape; margin: 12mm; }
* { box-sizing: border-box; }
body { margin: 0; color: #000; background: #fff; font: 20pt/1.8 "Songti SC", SimSun, "Noto Serif CJK SC", serif; }
section { height: 184mm; padding: 14mm 24mm; overflow: hidden; border: 3pt double #000; outline: 0.75pt solid #000; outline-offset: -3mm; break-inside: avoid; }
h1 { margin: 0 0 8mm; font-size: 44pt; font-weight: bold; line-height: 1.2; letter-spacing: 0.5em; text-indent: 0.5em; text-align: center; }
p { margin: 0; overflow-wrap: anywhere; white-space: pre-line; }
.body { text-indent: 2em; }
.title { margin: 5mm 0; font-size: 32pt; font-weight: bold; line-height: 1.3; text-align: center; }
.long { font-size: 14pt; line-height: 1.5; }
.sign { text-align: right; }
@media screen { body { max-width: 273mm; margin: 10mm auto; } }
`;

export const CERTIFICATE_POLICY = policyOf(STYLE);

/** From here on letters are smaller, so that it stays on its sheet. */
const LONG = 120;

export function certificatePage({
  heading,
  to,
  before,
  title,
  after,
  fromWhom,
  day,
}: CertificatePaper): string {
  const isLong = [title, before, after].join('').length > LONG;
  const text = isLong ? 'body long' : 'body';
  const body = markup`<section>
<h1>${heading}</h1>
<p>${to}</p>
${before === null ? null : markup`<p class="${text}">${before}</p>\n`}<p class="title">${title}</p>
${after === null ? null : markup`<p class="${text}">${after}</p>\n`}<p class="sign">${fromWhom}</p>
<p class="sign">${day}</p>
</section>
`;
  return styledPage({ language: LANGUAGE_TAGS.zh, title: `${heading} ${title}`, style: STYLE, body });
}
