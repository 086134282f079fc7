import { ApiError, GRAPHQL_WORDS, readInput, type FieldProblem, type Words } from '#graphql';
import { nameOf, type SheetEntry, type WorkbookProblem } from '#sheets';
import type { GraphQLSchema } from 'graphql';
import { readTypedHours } from '../availability/typed-hours.js';
import { draftOf, type OfferDraft } from '../offer/offer.draft.js';
import { OfferKind } from '../offer/offer.entity.js';
import { CreateOfferInput } from '../offer/offer.inputs.js';
import { OFFER_KINDS } from '../offer/offer.words.js';
import { FACT_COLUMNS_OF, FACTS_OF } from './fact-columns.js';
import { OFFER_SHEET_WORDS } from './offer-sheet.words.js';

/** An offer as a row has it. */
export interface OfferRow {
  readonly draft: OfferDraft;
  readonly entry: SheetEntry;
  /** Code; empty in a sheet of one unit's own. */
  readonly unit: string;
  /** Codes of the networks that it is to be published to. */
  readonly networks: readonly string[];
}

export interface ReadOfferRows {
  readonly rows: readonly OfferRow[];
  readonly problems: readonly WorkbookProblem[];
}

type Complain = (field: string, message: Words) => void;

const KINDS: readonly string[] = Object.values(OfferKind);

/** Each row is judged as `createOffer` would judge it. */
export async function readOfferRows(
  schema: GraphQLSchema,
  entries: readonly SheetEntry[],
): Promise<ReadOfferRows> {
  const problems: WorkbookProblem[] = [];
  const rows: OfferRow[] = [];
  for (const entry of entries) {
    const complain: Complain = (field, message) => problems.push({ ...entry.placeOf(field), message });
    const draft = await readDraft(schema, inputOf(entry.values, complain), complain, entry);
    const { unit = '', networks = [] } = entry.values as { unit?: string; networks?: string[] };
    if (draft) rows.push({ draft, entry, unit: unit.normalize('NFC'), networks: [...new Set(networks)] });
  }
  return { rows, problems: [...problems, ...findTwins(rows)] };
}

async function readDraft(
  schema: GraphQLSchema,
  input: object,
  complain: Complain,
  { values }: SheetEntry,
): Promise<OfferDraft | null> {
  try {
    return draftOf(await readInput(schema, CreateOfferInput, input));
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'BAD_USER_INPUT') throw error;
    for (const { path, message } of error.fields) {
      const field = fieldOf(path);
      complain(field, values[field] === undefined ? GRAPHQL_WORDS.required : message);
    }
    return null;
  }
}

/** The row in the shape of a CreateOfferInput, still unchecked. */
function inputOf(values: SheetEntry['values'], complain: Complain): object {
  const { unit: _, networks: __, kind, hours, ...rest } = values;
  const [facts, terms] = [new Map<string, unknown>(), new Map(Object.entries(rest))];
  for (const one of Object.values(OfferKind)) {
    for (const { field } of FACT_COLUMNS_OF[one]) {
      const value = terms.get(field);
      if (!terms.delete(field)) continue;
      if (one === kind) facts.set(field, value);
      else if (typeof kind === 'string' && KINDS.includes(kind))
        complain(field, OFFER_SHEET_WORDS.factOfAnother({ its: OFFER_KINDS[one], kind: kindWords(kind) }));
    }
  }
  return {
    ...Object.fromEntries(terms),
    ...(typeof hours === 'string' && { hours: hoursOf(hours, complain) }),
    facts: isKind(kind) ? { [FACTS_OF[kind]]: Object.fromEntries(facts) } : {},
  };
}

function hoursOf(text: string, complain: Complain): object[] {
  const typed = readTypedHours(text);
  if ('lines' in typed) return typed.lines;
  complain('hours', typed.problem);
  return [];
}

function isKind(kind: unknown): kind is OfferKind {
  return typeof kind === 'string' && KINDS.includes(kind);
}

function kindWords(kind: string): Words | string {
  return isKind(kind) ? OFFER_KINDS[kind] : kind;
}

/** `input.facts.venue.facilities.0` is the column `facilities`; facts as a whole follow from the kind. */
function fieldOf(path: FieldProblem['path']): string {
  const [, term = '', , fact = 'kind'] = path.split('.');
  return term === 'facts' ? fact : term;
}

/** An offer is known by its unit and its name. */
function findTwins(rows: readonly OfferRow[]): WorkbookProblem[] {
  const first = new Map<string, OfferRow>();
  return rows.flatMap((row): WorkbookProblem[] => {
    const key = `${row.unit} ${row.draft.terms.title}`;
    const twin = first.get(key);
    if (!twin) first.set(key, row);
    if (!twin) return [];
    const message = OFFER_SHEET_WORDS.twice({ place: nameOf(twin.entry.placeOf('title')) });
    return [{ ...row.entry.placeOf('title'), message }];
  });
}
