import type { OfferFixture } from './example-file.js';

const DAYS: Readonly<Record<string, string>> = {
  EVERY: '每天',
  WORK: '工作日',
  REST: '休息日',
  HOLIDAY: '法定节假日',
};
const KINDS: Readonly<Record<string, string>> = {
  venue: 'VENUE',
  vehicle: 'VEHICLE',
  powerSupply: 'POWER_SUPPLY',
  equipment: 'EQUIPMENT',
  expertise: 'EXPERTISE',
};

interface WholeInput {
  readonly hours: readonly { readonly days: string; readonly from: string; readonly to: string }[];
  readonly facts: Readonly<Record<string, object>>;
}

/** An offer of the example as a person would type it into a row, by field. */
export function offerRow({ unit, networks, input }: OfferFixture): Record<string, unknown> {
  const { hours, facts, ...terms } = input as OfferFixture['input'] & WholeInput;
  const [[name = '', values = {}] = []] = Object.entries(facts);
  return {
    unit,
    networks,
    ...terms,
    ...values,
    kind: KINDS[name],
    hours: hours.map(({ days, from, to }) => `${DAYS[days]} ${from}-${to}`).join('; '),
  };
}
