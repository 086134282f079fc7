/** A kind of thing that one can watch. Names of tables and columns, never anything from outside. */
export interface Subject {
  readonly type: string;
  readonly table: string;
  /** Of the row `t`, beside its id. */
  readonly condition?: string;
  /** Things of their own that belong to it, by their type: `id` names those of the thing. */
  readonly parts: Readonly<Record<string, string>>;
  /** What else of it changes without an act that all its readers may hear of: text that is another then. */
  readonly mark?: string;
  /** The column with the unit whose changes of parts may change that. */
  readonly owner?: string;
}

const REGION_AND_THING = (column: string): string => `p.region_id = $1 AND p.${column} = $2`;

export const MEETING: Subject = {
  type: 'Meeting',
  table: 'meeting',
  parts: {
    AgendaItem: `SELECT p.id FROM agenda_item p WHERE ${REGION_AND_THING('meeting_id')}`,
    Minutes: `SELECT p.id FROM minutes p WHERE ${REGION_AND_THING('meeting_id')}`,
    Motion: `SELECT m.id FROM motion m JOIN agenda_item p ON p.region_id = $1 AND p.id = m.agenda_item_id
      WHERE m.region_id = $1 AND ${REGION_AND_THING('meeting_id')}`,
  },
};

const TAKEN = (table: string): string =>
  `SELECT string_agg(concat_ws(' ', p.starts_at, p.kept_until), ',' ORDER BY p.starts_at, p.id)
    FROM ${table} p WHERE ${REGION_AND_THING('offer_id')}`;

export const OFFER: Subject = {
  type: 'Offer',
  table: 'offer',
  parts: { Booking: `SELECT p.id FROM booking p WHERE ${REGION_AND_THING('offer_id')}` },
  // Other units read of a booking when it takes the offer, and nothing before it is confirmed.
  mark: `md5(concat_ws(';', (${TAKEN('occupancy')}), (${TAKEN('pool_share')})))`,
  owner: 'unit_id',
};

/** An urgent need is a call (求助): before it was called there is none. */
export const CALL: Subject = {
  type: 'Need',
  table: 'need',
  condition: 't.called_at IS NOT NULL',
  parts: { Claim: `SELECT p.id FROM claim p WHERE ${REGION_AND_THING('need_id')}` },
};
