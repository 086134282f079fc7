import type { NEEDS_WORDS } from '#needs';
import type { RESOURCES_WORDS } from '#resources';

export interface Named {
  readonly name: string;
  readonly nameEn: string | null;
}

export interface Category extends Named {
  readonly id: string;
}

type OfferKindName = keyof typeof RESOURCES_WORDS.offerKinds;
type ProjectStateName = keyof typeof NEEDS_WORDS.projectStates;
type NeedStateName = keyof typeof NEEDS_WORDS.needStates;

/** What is said of the lists before their entries. */
export interface ListsFrame {
  readonly network: Named & { readonly timeZone: string; readonly needCategories: readonly Category[] };
  readonly quarter: string;
  readonly offersByKind: readonly { readonly kind: OfferKindName; readonly count: number }[];
  readonly needsByState: readonly { readonly state: NeedStateName; readonly count: number }[];
  readonly needsByCategory: readonly CategoryCount[];
  readonly projectsByState: readonly { readonly state: ProjectStateName; readonly count: number }[];
  readonly projectsByCategory: readonly CategoryCount[];
}

export interface CategoryCount {
  readonly category: Named;
  readonly count: number;
}

/** What matters of an offer, by its kind. */
type OfferFacts =
  | { readonly kind: 'VENUE'; readonly capacity: number; readonly address: string }
  | { readonly kind: 'VEHICLE'; readonly seats: number }
  | { readonly kind: 'POWER_SUPPLY'; readonly voltage: number; readonly maxLoadKw: string }
  | { readonly kind: 'EQUIPMENT'; readonly quantity: number; readonly measure: string }
  | { readonly kind: 'EXPERTISE'; readonly field: string };

export type OfferEntry = OfferFacts & {
  readonly state: `${keyof typeof RESOURCES_WORDS.offerStates}`;
  readonly title: string;
  readonly description: string | null;
  readonly unit: Named;
};

/** Never with a contact: what is printed hangs where everybody reads it. */
export interface NeedEntry {
  readonly state: NeedStateName;
  readonly title: string;
  readonly what: string;
  /** Null for a unit that no longer takes part, and reads but what was its own. */
  readonly category: Named | null;
  readonly unit: Named;
  readonly location: string | null;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly heads: number | null;
  readonly source: keyof typeof NEEDS_WORDS.needSources;
  /** Also those that were asked, for who may see that. */
  readonly claims: {
    readonly edges: readonly {
      readonly node: { readonly state: string; readonly unit: Named | null };
    }[];
  };
  readonly urgency: `${keyof typeof NEEDS_WORDS.needUrgencies}`;
  readonly reason: string | null;
  readonly endedAt: string | null;
}

export interface ProjectEntry {
  readonly state: ProjectStateName;
  readonly title: string;
  readonly what: string;
  readonly category: Named | null;
  readonly lead: Named | null;
  /** Also those that were asked, for who may see that. */
  readonly hosts: readonly { readonly state: string; readonly unit: Named | null }[];
  readonly needs: readonly { readonly title: string }[];
  readonly steps: readonly {
    readonly title: string;
    readonly dueOn: string;
    readonly overdue: boolean;
    readonly unit: Named | null;
  }[];
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly result: string | null;
}

/** The entries of one list, as far as they are shown. */
export interface Listed<Entry> {
  readonly totalCount: number;
  readonly entries: readonly Entry[];
}

export interface ListsAnswer extends ListsFrame {
  readonly unit: Named | null;
  readonly offers: Listed<OfferEntry>;
  readonly needs: Listed<NeedEntry>;
  readonly projects: Listed<ProjectEntry>;
  readonly unmetForMeeting: Listed<NeedEntry>;
}

const UNIT = 'unit { name nameEn }';
const NEED = `state title what category { name nameEn } ${UNIT} location startsAt endsAt heads urgency reason endedAt source
  claims(first: 100) { edges { node { state ${UNIT} } } }`;

export const FRAME = `network { name nameEn timeZone needCategories { id name nameEn } } quarter
  offersByKind { kind count } needsByState { state count } projectsByState { state count }
  needsByCategory { category { name nameEn } count } projectsByCategory { category { name nameEn } count }`;

/** What is asked of each entry. */
export const ENTRIES = {
  offers: `kind state title description ${UNIT} ... on Venue { capacity address } ... on Vehicle { seats }
    ... on PowerSupply { voltage maxLoadKw } ... on Equipment { quantity measure } ... on Expertise { field }`,
  needs: NEED,
  projects: `state title what category { name nameEn } lead { name nameEn } hosts { state ${UNIT} }
    needs { title } steps { title dueOn overdue ${UNIT} } startsOn endsOn result`,
  unmetForMeeting: NEED,
} as const;
