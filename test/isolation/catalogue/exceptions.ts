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
  region_relay: 'for the owner of app.list_regions, as which nobody connects',
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
  tell_change_events:
    'gives processes what changed in the region entered, as ids, before it is known who may hear of it; what anybody is told is read behind the wall',
  wake_message_watches:
    'has the posts of the region entered looked at that may hear of a change; it gives ids, and what a post is told is read behind the wall',
  place_change_events:
    'gives changes of the region entered their places; it says whether more wait, and nothing of them',
  prune_change_events:
    'forgets changes of some days ago in the region entered; it says whether there are more, and nothing of them',
  end_message_watches:
    'ends the telling of posts of the region entered that nobody holds any more; it says whether any is left, and nothing of them',
  prune_messages:
    'forgets messages of some weeks ago in the region entered, also of posts that are told nothing any more; it says whether there are more, and nothing of them',
  list_regions:
    'chores have to go over all regions, and enter each in a transaction of its own; it gives ids alone',
  count_ballot:
    'adds one to a counter that nobody reads; what it adds up to must be as many as the units on the roll',
  close_ballot:
    'gives the counters of a secret vote to its committee, taking them away, and writes the roll anew by unit',
  open_sheets:
    'gives the sheets of a closed round without their judges to its committee and its returning officer, in an order that follows from what they say',
  open_nominations:
    'writes once, when scoring begins, whose that is what is nominated; for its committee, and it gives nothing',
  keep_judging_roll:
    'makes the roll of judges that nobody but the returning officer reads, for the committee, and lets it follow another; it gives nothing',
  keep_accounts:
    'says who reads how scores came about, and to whom objections are not shown, for a committee whose own person may be left out of that; it gives nothing',
  returned_objections:
    'tells the returning officer of the objections to a round and how they were ruled on, without what they say and whose they are',
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
  'evaluation_objection.ruled_by_unit_id':
    'named when it is ruled on, by the committee or the street office; no policy reads it',
  'evaluation_round.returning_post_id':
    'the secretary appoints another; the post before reads the round no more through it, and the service looks the new one up',
  'nomination.responsible_unit_id':
    'written once by app.open_nominations; no policy reads it, and its foreign key holds it to the network',
  'dish.need_id': 'no policy reads it; its foreign key holds it to the same network',
  'dish.project_id': 'as above',
  'sign_up.lead_unit_id':
    'goes with its dish when that has another lead; its foreign key holds it to the network',
  'dish_finding.need_id': 'as above',
  'judging_roll.returning_post_id':
    'copied by app.keep_judging_roll from the round, whose committee names the returning officer',
  'evaluation_judge.returning_post_id': 'as above; its foreign key holds it to the roll',
  'judge_assignment.returning_post_id': 'as above',
  'evaluation_judge.post_id':
    'another post of the same person when the one before was renewed: its foreign key holds it to that person',
  'evaluation_judge.unit_id': 'goes with the post; no policy reads it',
  'judge_assignment.judge_post_id': 'as evaluation_judge.post_id; the sheet goes along by its foreign key',
  'judge_assignment.unit_id': 'as above',
  'judge_conflict.returning_post_id': 'as above',
  'recognition.taken_back_by_result_id':
    'written once, by the result that takes it back; its foreign key holds it to a result of the same round',
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
