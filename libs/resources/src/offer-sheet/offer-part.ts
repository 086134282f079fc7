import { File } from '#files';
import type { ReadPart, StoredPart, UnitRights, WorkbookPart } from '#network';
import type { WorkbookProblem } from '#sheets';
import { TENANCY_ENTITIES } from '#tenancy';
import type { GraphQLSchema } from 'graphql';
import type { OfferService } from '../offer/offer.service.js';
import { RESOURCES_ENTITIES } from '../resources.entities.js';
import { OFFERS_FORM } from './offer-form.js';
import { OfferIntake, type TakenOffer } from './offer-intake.js';
import { OFFER_SHEET_WORDS } from './offer-sheet.words.js';
import { readOfferRows, type OfferRow } from './read-offer-rows.js';

/** The offers of all units of a region, as a sheet beside its roster. */
export function offerPart(offers: OfferService, schema: GraphQLSchema): WorkbookPart {
  const intake = new OfferIntake(offers);
  return {
    form: OFFERS_FORM,
    entities: [...TENANCY_ENTITIES, File, ...RESOURCES_ENTITIES],
    async read(entries): Promise<ReadPart> {
      const { rows, problems } = await readOfferRows(schema, entries);
      const homeless = entries.flatMap(({ values, placeOf }) =>
        values['unit'] === undefined ? [{ ...placeOf('unit'), message: OFFER_SHEET_WORDS.unitMissing }] : [],
      );
      return { problems: [...homeless, ...problems], store: (units) => storeRows(intake, units, rows) };
    },
  };
}

async function storeRows(
  intake: OfferIntake,
  units: UnitRights,
  rows: readonly OfferRow[],
): Promise<StoredPart> {
  const problems: WorkbookProblem[] = [];
  const taken: TakenOffer[] = [];
  for (const code of new Set(rows.map(({ unit }) => unit))) {
    const own = rows.filter(({ unit }) => unit === code);
    const result = await units.asUnit(code, (tx) => intake.take(tx, own));
    const noUnit = OFFER_SHEET_WORDS.noUnit({ code: JSON.stringify(code) });
    if (result) taken.push(...result.taken);
    problems.push(
      ...(result?.problems ?? own.map(({ entry }) => ({ ...entry.placeOf('unit'), message: noUnit }))),
    );
  }
  return {
    problems,
    changes: taken.flatMap((one) => changeOf(one)),
    notes: taken.filter(({ fate }) => fate === 'STAYS').map(noteOf),
  };
}

function changeOf({ row, fate }: TakenOffer): StoredPart['changes'] {
  const subject = `offer "${row.draft.terms.title}" of ${row.unit}`;
  if (fate === 'DRAFTED') return [{ act: 'ADD', subject: `${subject}, a draft`, fields: [] }];
  if (fate !== 'PUBLISHED') return [];
  return [{ act: 'ADD', subject: `${subject}, published to ${row.networks.join(', ')}`, fields: [] }];
}

function noteOf({ row, differs }: TakenOffer): StoredPart['notes'][number] {
  const headings = OFFERS_FORM.columns.filter(({ field }) => differs.includes(field));
  const fields = {
    en: headings.map(({ heading }) => heading.slice(heading.indexOf(' ') + 1)).join(', '),
    zh: headings.map(({ heading }) => heading.split(' ')[0]).join('、'),
  };
  return OFFER_SHEET_WORDS.stays({ title: row.draft.terms.title, unit: row.unit, fields });
}
