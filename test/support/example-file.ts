import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The parts of examples/zhoupu.json that tests go by. */
export interface ExampleFile {
  readonly roster: RosterFixture;
  readonly offers: readonly OfferFixture[];
}

export interface RosterFixture {
  readonly region: { readonly code: string };
  readonly posts: readonly { readonly account: string; readonly name: string; readonly unit: string }[];
}

export interface OfferFixture {
  readonly code: string;
  readonly unit: string;
  readonly networks: readonly string[];
  /** A CreateOfferInput. */
  readonly input: { readonly title: string };
}

export const EXAMPLE: ExampleFile = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../examples/zhoupu.json'), 'utf8'),
);
