import { ROLES } from '#tenancy';
import { z } from 'zod';
import { UnitKind } from '../unit/unit.entity.js';
import { code, creditCode, day, phone, regionCode, text, timeZone } from './roster-text.js';

const LARGEST_COUNT = 2_147_483_647;

const name = text(100);
const nameEn = text(200).nullish();
/** Where an entry comes from, for whoever reads the file; not imported. */
const remark = text(500).optional();

const region = z.strictObject({ code: regionCode, name, nameEn, timeZone });

const area = z.strictObject({ code, name, nameEn });

const unit = z.strictObject({
  code,
  name,
  nameEn,
  kind: z.enum(UnitKind),
  /** 统一社会信用代码; left out, what is stored stays. */
  creditCode: creditCode.nullish(),
  source: remark,
});

const serviceDay = z.strictObject({ day: z.int().min(1).max(31), name });

const network = z.strictObject({
  code,
  area: code,
  name,
  nameEn,
  convener: code,
  partners: z.array(code).default([]),
  /** Units that are called to working meetings only, as guests. */
  others: z.array(code).default([]),
  /** The whole list; left out, what is stored stays. */
  serviceDays: z.array(serviceDay).optional(),
  /** Counts that the committee publishes, by name; the whole list, as for service days. */
  facts: z.record(text(60), z.int().min(0).max(LARGEST_COUNT)).optional(),
  /** Whether its units’ accounts may be opened without a password, by an identity outside; left out, what is stored stays. */
  opensAccountsExternally: z.boolean().optional(),
});

const post = z.strictObject({
  /** The name to sign in with; several posts of one account are held by one person. */
  account: code,
  /** The holder's, as the directory shows it. */
  name: text(60),
  unit: code,
  role: z.enum(ROLES),
  dutyPhone: phone.nullish(),
  /** The last day, in the region's zone; a REPRESENTATIVE needs one. */
  until: day.nullish(),
  /** Whose figures a STEWARD reads; nobody else has any. */
  networks: z.array(code).default([]),
  note: remark,
});

/** A region with everything that is in it; whatever a list names, the same file holds. */
export const RosterFile = z.strictObject({
  region,
  areas: z.array(area),
  units: z.array(unit),
  networks: z.array(network),
  posts: z.array(post),
});

export type Roster = z.output<typeof RosterFile>;
export type RosterNetwork = Roster['networks'][number];
export type RosterPost = Roster['posts'][number];
