import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const FILE = join(import.meta.dirname, '../../../../../examples/zhoupu.json');

const offer = z.strictObject({
  code: z.string(),
  unit: z.string(),
  networks: z.array(z.string()),
  /** A CreateOfferInput; the API checks it. */
  input: z.looseObject({ title: z.string() }),
  source: z.string(),
});

const request = z.strictObject({
  offer: z.string(),
  network: z.string(),
  unit: z.string(),
  purpose: z.string(),
  heads: z.int(),
  /** It is asked for the first free span that begins so many days after the day of the run. */
  daysAhead: z.int(),
  minutes: z.int(),
  answer: z.enum(['CONFIRM', 'DECLINE']).optional(),
  remark: z.string().optional(),
  note: z.string().optional(),
});

const need = z.strictObject({
  unit: z.string(),
  network: z.string(),
  /** One of the standing categories. */
  category: z.string(),
  /** How far it goes; OPEN has been taken by the committee. */
  until: z.enum(['PROPOSED', 'OPEN']),
  claimedBy: z.string().optional(),
  /** A CreateNeedInput without the network and the category; the API checks it. */
  input: z.looseObject({ title: z.string() }),
});

const example = z.strictObject({
  about: z.string(),
  roster: z.looseObject({ region: z.looseObject({ code: z.string() }) }),
  offers: z.array(offer),
  requests: z.array(request),
  needs: z.array(need),
});

export type Example = z.output<typeof example>;
export type ExampleOffer = Example['offers'][number];
export type ExampleNeed = Example['needs'][number];
export type ExampleRequest = Example['requests'][number];

export async function readExample(): Promise<Example> {
  return example.parse(JSON.parse(await readFile(FILE, 'utf8')));
}
