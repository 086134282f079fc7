import { Problem } from './ask.js';
import { FIGURES } from './documents.js';
import { monthsUntil } from './months.js';
import { percent } from './percent.js';
import { word } from './words.js';

const MONTHS = 6;

/** Those at the head of the board, and in what they are said. */
const TILES = {
  MEETING_ATTENDANCE: 'percent',
  COVERAGE: 'percent',
  BOOKINGS_USED: 'times',
  HOURS_LENT: 'hours',
  NEEDS_TAKEN: 'pieces',
  NEEDS_MET: 'pieces',
};

/** The figures of a network in the half-year to now: its months, and each figure by its name. */
export async function readFigures(ask, { id, timeZone }, now) {
  const months = monthsUntil(now, timeZone, MONTHS);
  const variables = { network: id, from: `${months[0]}-01`, until: `${months.at(-1)}-01` };
  const { figures } = await ask(FIGURES, variables);
  if (!figures) throw new Problem(word('otherNetwork'));
  return {
    periods: figures.periods.map(({ key }) => key),
    figureOf: (name) => toldOf(figures.figures.find((figure) => figure.name === name)),
  };
}

/** Where the sum of all is not told, a unit is told its own. */
function toldOf({ title, definition, withheld, values, total, byUnit }) {
  const own = withheld ? byUnit[0] : null;
  return {
    title,
    definition,
    withheld,
    whose: own ? word('ownOnly', own.unit.name) : null,
    values: (own?.values ?? values).map(({ value }) => numberOf(value)),
    total: numberOf((own?.total ?? total)?.value),
  };
}

/** What the tiles say, with what each counts. */
export function tilesOf({ periods, figureOf }) {
  const tiles = Object.entries(TILES).map(([name, unit]) => {
    const { title, definition, total, withheld, whose } = figureOf(name);
    const number = unit === 'percent' ? percent(total) : total;
    const isTold = !withheld || whose;
    return {
      title,
      definition: withheld ? `${definition} ${withheld}` : definition,
      number: number === null ? '—' : number.toLocaleString('en', { maximumFractionDigits: 1 }),
      unit: isTold ? word(unit) : word('notTold'),
      isOwn: Boolean(whose),
    };
  });
  return { note: word('figuresNote', periods[0], periods.at(-1)), tiles };
}

/** Decimals travel as text. */
function numberOf(text) {
  return text === null || text === undefined ? null : Number(text);
}
