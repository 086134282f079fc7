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
  readonly projectsByState: readonly { readonly state: ProjectStateName; readonly count: number }[];
}

export interface OfferEntry {
  readonly kind: OfferKindName;
  readonly state: keyof typeof RESOURCES_WORDS.offerStates;
  readonly title: string;
  readonly description: string | null;
  readonly unit: Named;
}

/** Never with a contact: what is printed hangs where everybody reads it. */
export interface NeedEntry {
  readonly state: NeedStateName;
  readonly title: string;
  readonly what: string;
  readonly category: Named;
  readonly unit: Named;
  readonly location: string | null;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly heads: number | null;
  readonly urgency: keyof typeof NEEDS_WORDS.needUrgencies;
  readonly reason: string | null;
  readonly endedAt: string | null;
}

export interface ProjectEntry {
  readonly state: ProjectStateName;
  readonly title: string;
  readonly what: string;
  readonly category: Named;
  readonly lead: Named;
  /** Also those that were asked, for who may see that. */
  readonly hosts: readonly { readonly state: string; readonly unit: Named }[];
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
const NEED = `state title what category { name nameEn } ${UNIT} location startsAt endsAt heads urgency reason endedAt`;

export const FRAME = `network { name nameEn timeZone needCategories { id name nameEn } } quarter
  offersByKind { kind count } needsByState { state count } projectsByState { state count }`;

/** What is asked of each entry. */
export const ENTRIES = {
  offers: `kind state title description ${UNIT}`,
  needs: NEED,
  projects: `state title what category { name nameEn } lead { name nameEn } hosts { state ${UNIT} }
    startsOn endsOn result`,
  unmetForMeeting: NEED,
} as const;
