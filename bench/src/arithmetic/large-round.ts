/** As the product's arithmetic takes them; what is used of them here. */
export interface LargeRules {
  readonly minimumSheets: number;
  readonly criteria: readonly { readonly position: number; readonly weight: string }[];
  readonly panels: readonly { readonly kind: string; readonly weight: string }[];
  readonly awards: readonly {
    readonly id: string;
    readonly position: number;
    readonly places: number;
    readonly minScore: null;
    readonly isWithheld: false;
  }[];
}

export interface LargeRound {
  readonly nominationIds: readonly string[];
  readonly sheets: readonly {
    readonly nominationId: string;
    readonly panelKind: string;
    readonly isSetAside: false;
    readonly scores: readonly string[];
  }[];
}

export const NOMINATIONS = 60;
export const PANELS = ['COMMITTEE', 'PARTNER_UNITS', 'RESIDENTS'];
export const SHEETS_PER_PANEL = 7;
export const CRITERIA = 6;

const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

/** A third is among the weights, so that denominators grow as they do where people share a hundred by three. */
export const LARGE_RULES: LargeRules = {
  minimumSheets: 3,
  criteria: ['16.66', '16.66', '16.67', '16.67', '16.67', '16.67'].map((weight, at) => ({
    position: at + 1,
    weight,
  })),
  panels: PANELS.map((kind, at) => ({ kind, weight: ['33.33', '33.33', '33.34'][at] ?? '' })),
  awards: [1, 2, 3].map((position) => ({
    id: `award ${position}`,
    position,
    places: position,
    minScore: null,
    isWithheld: false,
  })),
};

/** More than any network has had: each of sixty judged by every panel, with seven sheets each. Made by a rule. */
export function largeRound(): LargeRound {
  let state = 20_261_123;
  const score = (): string => {
    state = (state * 48_271) % 0x7fff_ffff;
    return `${60 + (state % 40)}.${state % 2 === 0 ? '50' : '00'}`;
  };
  const nominationIds = numbers(NOMINATIONS).map((at) => `nomination ${String(at).padStart(2, '0')}`);
  const sheets = nominationIds.flatMap((nominationId) =>
    PANELS.flatMap((panelKind) =>
      numbers(SHEETS_PER_PANEL).map(() => ({
        nominationId,
        panelKind,
        isSetAside: false as const,
        scores: numbers(CRITERIA).map(score),
      })),
    ),
  );
  return { nominationIds, sheets };
}
