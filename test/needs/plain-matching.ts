import type { PastClaim } from '../support/past-claims.js';
import type { World } from '../support/world.js';

const OFFERS = `query ($id: ID!) { node(id: $id) { ... on Network { offers(first: 100) { edges { node {
  __typename id title unit { id name }
  ... on Venue { capacity stepFree indoor } ... on Vehicle { seats driverIncluded }
  ... on PowerSupply { voltage maxLoadKw } ... on Equipment { quantity }
} } } } } }`;
const FREE = `query ($from: DateTime!, $to: DateTime!, $amount: Decimal, $filter: SharedOfferFilter!) {
  whatIsFree(from: $from, to: $to, amount: $amount, filter: $filter, first: 100) {
    free { id } unfit { offer { id } reasons nextFree { startsAt endsAt } }
  }
}`;
const MEMBERS = `query ($id: ID!) {
  directory(filter: { networkId: $id }, first: 100) { edges { node { role unit { id name } } } }
}`;

const KINDS: Readonly<Record<string, string>> = {
  Venue: 'VENUE',
  Vehicle: 'VEHICLE',
  PowerSupply: 'POWER_SUPPLY',
  Equipment: 'EQUIPMENT',
  Expertise: 'EXPERTISE',
};
/** What is wished, of which fact, and whether more is as good. */
const FACTS: readonly (readonly [wish: string, fact: string, isSize: boolean])[] = [
  ['capacityAtLeast', 'capacity', true],
  ['stepFree', 'stepFree', false],
  ['indoor', 'indoor', false],
  ['seatsAtLeast', 'seats', true],
  ['driverIncluded', 'driverIncluded', false],
  ['voltage', 'voltage', false],
  ['maxLoadKwAtLeast', 'maxLoadKw', true],
  ['quantityAtLeast', 'quantity', true],
];

export interface AskedNeed {
  readonly id: string;
  readonly unitId: string;
  readonly source: string;
  readonly categoryId: string;
  readonly kinds: readonly string[];
  readonly facts: Readonly<Record<string, unknown>>;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
}

interface PlainOffer extends Readonly<Record<string, unknown>> {
  readonly __typename: string;
  readonly id: string;
  readonly title: string;
  readonly unit: { readonly id: string; readonly name: string };
}

export interface PlainMatch {
  readonly unit: string;
  readonly offers: readonly object[];
  readonly helped: readonly number[] | null;
  readonly asked: readonly number[] | null;
  readonly claimState: string | null;
}

/** Walks over all offers of the network, one by one, and asks of each what a person could ask. */
export class PlainMatching {
  constructor(
    private readonly world: World,
    private readonly account: string,
    private readonly networkId: string,
    private readonly claims: readonly (PastClaim & { readonly categoryId: string })[],
    private readonly now: Date,
  ) {}

  async list(need: AskedNeed): Promise<PlainMatch[]> {
    const offers = await this.listOffers(need);
    const units = await this.listUnits();
    const ranked = [];
    for (const unit of units) {
      if (need.source === 'UNIT' && unit.id === need.unitId) continue;
      const own = offers.filter(({ unitId }) => unitId === unit.id);
      const past = this.pastOf(unit.id, need);
      if (own.length === 0 && past.inCategory === 0) continue;
      const nearness = Math.min(2, ...own.map((offer) => offer.nearness));
      const shown = own.map(({ unitId: _, nearness: __, ...offer }) => offer);
      ranked.push({ unit, nearness, past, match: { ...past.shown, unit: unit.name, offers: shown } });
    }
    const names = new Intl.Collator('zh-u-co-pinyin');
    ranked.sort(
      (one, other) =>
        one.nearness - other.nearness ||
        other.past.helped - one.past.helped ||
        one.past.asked - other.past.asked ||
        names.compare(one.unit.name, other.unit.name),
    );
    return ranked.map(({ match }) => match);
  }

  private async listUnits(): Promise<{ id: string; name: string }[]> {
    const { directory } = await this.ask<{
      directory: { edges: { node: { role: string; unit: { id: string; name: string } } }[] };
    }>(MEMBERS, { id: this.networkId });
    return directory.edges.flatMap(({ node }) => (node.role === 'GUEST' ? [] : [node.unit]));
  }

  private async listOffers(need: AskedNeed) {
    const { node } = await this.ask<{ node: { offers: { edges: { node: PlainOffer }[] } } }>(OFFERS, {
      id: this.networkId,
    });
    const titles = new Intl.Collator('zh-u-co-pinyin');
    const wanted = node.offers.edges
      .map((edge) => edge.node)
      .filter(({ __typename }) => need.kinds.includes(KINDS[__typename] ?? ''))
      .toSorted((one, other) => titles.compare(one.title, other.title));
    const judged = [];
    for (const offer of wanted) judged.push(await this.judge(offer, need));
    return judged.toSorted((one, other) => one.nearness - other.nearness);
  }

  private async judge(offer: PlainOffer, { facts, startsAt, endsAt }: AskedNeed) {
    const asked = FACTS.filter(([wish, fact]) => (facts[wish] ?? null) !== null && fact in offer);
    const short = asked.filter(([wish, fact, isSize]) =>
      isSize ? Number(offer[fact]) < Number(facts[wish]) : offer[fact] !== facts[wish],
    );
    const holds = short.length === 0;
    const time = startsAt && endsAt ? await this.look(offer, facts, startsAt, endsAt) : null;
    const fits = holds && (time === null || time.reasons.length === 0);
    const rules = (time?.reasons ?? []).filter((reason) => !['TAKEN', 'TOO_SMALL'].includes(reason));
    return {
      unitId: offer.unit.id,
      nearness: fits ? 0 : holds ? 1 : 2,
      title: offer.title,
      fits,
      reasons: [
        'KIND',
        ...(asked.length > short.length ? ['FACTS'] : []),
        ...(time === null ? ['ANY_TIME'] : []),
        ...(fits && time !== null ? ['FREE_THEN'] : []),
      ],
      against: [
        ...(holds ? [] : ['FACTS_SHORT']),
        ...(time?.reasons.includes('TAKEN') ? ['TAKEN_THEN'] : []),
        ...(rules.length > 0 ? ['RULES'] : []),
      ],
      rules,
      next: holds && !fits ? (time?.nextFree ?? null) : null,
    };
  }

  /** What the search for free offers says of this one, asked for the amount that the need wants. */
  private async look(offer: PlainOffer, facts: AskedNeed['facts'], from: string, to: string) {
    const wanted: Readonly<Record<string, unknown>> = {
      Equipment: facts['quantityAtLeast'],
      PowerSupply: facts['maxLoadKwAtLeast'],
    };
    const said = wanted[offer.__typename];
    const amount = typeof said === 'number' ? said.toFixed(0) : said;
    const filter = { networkIds: [this.networkId], kinds: [KINDS[offer.__typename]] };
    const { whatIsFree } = await this.ask<{
      whatIsFree: {
        free: { id: string }[];
        unfit: { offer: { id: string }; reasons: string[]; nextFree: object | null }[];
      };
    }>(FREE, { from, to, filter, amount });
    const unfit = whatIsFree.unfit.find((one) => one.offer.id === offer.id);
    return { reasons: unfit?.reasons ?? [], nextFree: unfit?.nextFree ?? null };
  }

  private pastOf(unitId: string, need: AskedNeed) {
    const own = this.claims.filter((claim) => claim.unitId === unitId);
    const helping = own.filter(
      ({ needId, state }) => needId !== need.id && ['ACCEPTED', 'DONE'].includes(state),
    );
    const inCategory = helping.filter(({ categoryId }) => categoryId === need.categoryId).length;
    const yearAgo = this.now.getTime() - 365 * 86_400_000;
    const asked = own.filter(({ way, at }) => way !== 'TAKEN' && at.getTime() > yearAgo);
    const declined = asked.filter(({ state }) => state === 'DECLINED').length;
    const [last] = own
      .filter(({ needId }) => needId === need.id)
      .toSorted((one, other) => other.at.getTime() - one.at.getTime());
    return {
      helped: helping.length,
      inCategory,
      asked: asked.length,
      shown: {
        helped: helping.length > 0 ? [helping.length, inCategory] : null,
        asked: asked.length > 0 ? [asked.length, declined] : null,
        claimState: last?.state ?? null,
      },
    };
  }

  private ask<Data>(document: string, variables: object): Promise<Data> {
    return this.world.as(this.account).ask<Data>(document, variables);
  }
}
