/** Tables without a region, and why; everything else in the schema public stands behind the wall. */
export const TABLES_WITHOUT_REGION = {
  migrations: 'which migrations have run; TypeORM makes it',
  sign_in_attempt: 'counted before the region is known; holds hashes only',
  signing_key: 'one ring of keys for every API process; a token names its region itself',
  calendar_year: 'the national day calendar is one for all regions',
  calendar_day: 'the national day calendar is one for all regions',
};

/** Policies that do not hold a row to one region, and why. */
export const POLICIES_OF_ALL_REGIONS = {
  region_operate: 'a roster import makes the region it then enters',
  region_sign_in: 'for the owner of app.find_account and app.find_region, as which nobody connects',
  unit_sign_in: 'for the owner of app.find_account, as which nobody connects',
  post_sign_in: 'for the owner of app.find_account and app.list_opened_posts, as which nobody connects',
  account_sign_in: 'for the owner of app.find_account and app.list_opened_posts, as which nobody connects',
};

/** Functions that run with the rights of their owner, and why. */
export const DEFINER_FUNCTIONS = {
  find_account: 'signing in reads one account before any tenant is known',
  find_region:
    'a code or refresh token names its region by code; it gives the id of that one region, and what the code opens is read behind the wall',
  list_opened_posts:
    'a code opens what its person holds in units that its giver does not see; it gives units and roles, for an account of the acting unit',
  count_ballot:
    'adds one to a counter that nobody reads; what it adds up to must be as many as the units on the roll',
  close_ballot:
    'gives the counters of a secret vote to its committee, taking them away, and writes the roll anew by unit',
};

/** Columns that somebody may update though they are part of a key, and why. */
export const UPDATABLE_KEYS = {
  'date_poll_venue.offer_id':
    'no policy reads it; whoever names another venue has to see it, and its own policy says so',
  'meeting_series.venue_id':
    'no policy reads it; its foreign key holds it to what was published to the network',
  'action.unit_id':
    'handed over by its committee; the unit before reads it no more, and its foreign key holds it to the network',
  'action.agenda_item_id': 'no policy reads it; its foreign key holds it to the same network',
  'action.motion_id': 'as above',
  'action_note.responsible_unit_id': 'goes with the action when that is handed over',
  'meeting_answer.dropped_proxy_unit_id':
    'no policy reads it; its foreign key holds it to a unit invited to the same meeting',
  'meeting_answer.proxy_unit_id':
    'its foreign key holds it to a unit invited to the same meeting; who gives away its own vote decides to whom',
  'dish.lead_unit_id':
    'named anew by the committee; no policy reads it, and its foreign key holds it to the network',
  'dish.order_id': 'no policy reads it; its foreign key holds it to the same network',
  'dish_order.put_to_unit_id':
    'the committee puts it to another; the unit before reads it no more, and its foreign key holds it to the network',
  'dish_order.server_unit_id':
    'named when a unit accepts; no policy reads it, and its foreign key holds it to the network',
  'dish.need_id': 'no policy reads it; its foreign key holds it to the same network',
  'dish.project_id': 'as above',
  'sign_up.lead_unit_id':
    'goes with its dish when that has another lead; its foreign key holds it to the network',
  'dish_finding.need_id': 'as above',
  'minutes_confirmation.met_by_number':
    'no policy reads it; its foreign key holds it to a correction of the same minutes',
  'pool_share.capacity_kw':
    'let go before the owner changes the capacity; its foreign key holds it to the offer’s',
  'pool_share.capacity_pieces': 'as above',
  'pool_share.booking_id':
    'handed over when a committee displaces a booking for its own; its foreign key holds it to the same offer and owner',
  'need.category_id': 'no policy reads it; its foreign key holds it to the same network',
  'need.project_id': 'as above',
  'project.category_id': 'as above',
  'project.lead_unit_id':
    'named anew by the committee; a lead can hand it to nobody, and its foreign key holds it to the network',
  'project_step.unit_id': 'no policy reads it; its foreign key holds it to the network',
  'membership.unit_id': 'named when the invited unit accepts; its foreign key holds it to the invited code',
};
