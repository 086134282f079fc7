import { writeChineseSpan } from '#calendar';
import { hidePhones, LANGUAGE_TAGS } from '#graphql';
import { LONGEST_COMMENT, type CodeStanding, type ReviewedDate } from '#menus';
import { markup, policyOf, styledPage, type Markup } from '#print';
import { REVIEW_PAGE_CHAT as W } from './review-page.words.js';

/** For a thumb: large letters, one column, nothing that moves. */
const STYLE = `
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 32rem; padding: 1rem; color: #111; background: #fff; font: 1.125rem/1.6 system-ui, "PingFang SC", "Noto Sans CJK SC", sans-serif; }
h1 { font-size: 1.5rem; margin: 0 0 .5rem; }
p { margin: 0 0 .5rem; overflow-wrap: anywhere; }
fieldset { margin: 1rem 0; padding: .5rem 1rem; border: 1px solid #767676; border-radius: .5rem; }
label { display: block; padding: .5rem 0; }
input { width: 1.25rem; height: 1.25rem; margin: 0 .5rem 0 0; vertical-align: middle; }
textarea { display: block; width: 100%; padding: .5rem; font: inherit; border: 1px solid #767676; border-radius: .5rem; }
button { width: 100%; margin: 1rem 0; padding: .75rem; font: inherit; color: #fff; background: #0b57d0; border: 0; border-radius: .5rem; }
.note { font-size: 1rem; color: #444; }
.problem { padding: .5rem 1rem; border-left: .25rem solid #b3261e; }
`;

export const REVIEW_PAGE_POLICY = policyOf(STYLE, 'its form');

const MARKS = [
  [5, W.mark5],
  [4, W.mark4],
  [3, W.mark3],
  [2, W.mark2],
  [1, W.mark1],
] as const;

/** What somebody had written when it could not be taken. */
export interface WrittenForm {
  readonly mark: number | null;
  readonly comment: string;
}

/** The form of an open code; `written` is what was sent and could not be taken. */
export function reviewForm(date: ReviewedDate, written: WrittenForm | null): string {
  const marks = MARKS.map(([mark, words]) => {
    const isChecked = written?.mark === mark;
    const input = isChecked
      ? markup`<input type="radio" name="mark" value="${mark}" required checked>`
      : markup`<input type="radio" name="mark" value="${mark}" required>`;
    return markup`<label>${input}${words}</label>\n`;
  });
  return page(
    hidePhones(date.title),
    markup`${factsOf(date)}
${written ? markup`<p class="problem" role="alert">${W.badForm}</p>` : null}
<form method="post" accept-charset="utf-8">
<fieldset><legend>${W.mark}</legend>
${marks}</fieldset>
<label for="comment">${W.comment}</label>
<textarea id="comment" name="comment" rows="4" maxlength="${LONGEST_COMMENT}">
${written?.comment ?? ''}</textarea>
<button type="submit">${W.send}</button>
</form>
<p class="note">${W.nameless}</p>
`,
  );
}

export function thanksPage(): string {
  return page(W.thanks, markup`<p>${W.stored}</p>\n`);
}

const WHY: Record<Exclude<CodeStanding, 'OPEN'>, { readonly heading: string; readonly why: string }> = {
  UNKNOWN: { heading: W.unknown, why: W.checkTyped },
  USED: { heading: W.used, why: W.usedOnce },
  NOT_BEGUN: { heading: W.notBegun, why: W.onceBegun },
  CANCELLED: { heading: W.cancelled, why: W.takesNone },
  ENDED: { heading: W.ended, why: W.endedAfter },
  TOO_MANY: { heading: W.tooMany, why: W.tooManyTries },
};

/** Why a code opens nothing. */
export function closedPage(standing: Exclude<CodeStanding, 'OPEN'>): string {
  const { heading, why } = WHY[standing];
  return page(heading, markup`<p>${why}</p>\n`);
}

export function otherMethodPage(): string {
  return page(W.otherMethod, markup`<p>${W.openAsPage}</p>\n`);
}

export function failurePage(): string {
  return page(W.wrong, markup`<p>${W.tryAgain}</p>\n`);
}

/** What of the menu everybody may read. */
function factsOf({ lead, place, zone, ...span }: ReviewedDate): Markup {
  return markup`<p>${W.time({ time: writeChineseSpan(span, zone) })}</p>
${place === null ? null : markup`<p>${W.place({ place: hidePhones(place) })}</p>\n`}<p>${W.lead({ unit: lead })}</p>`;
}

function page(heading: string, body: Markup): string {
  return styledPage({
    language: LANGUAGE_TAGS.zh,
    title: W.title,
    style: STYLE,
    body: markup`<main>\n<h1>${heading}</h1>\n${body}</main>\n`,
  });
}
