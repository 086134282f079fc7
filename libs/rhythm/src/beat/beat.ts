/** What is to come round in every network. */
export enum Beat {
  ACTIVITY = 'ACTIVITY',
  SURVEY = 'SURVEY',
  MEETING = 'MEETING',
}

/** Once in how many calendar months, counted from January. */
export const MONTHS_OF: Record<Beat, 1 | 2 | 3> = {
  [Beat.ACTIVITY]: 1,
  [Beat.SURVEY]: 2,
  [Beat.MEETING]: 3,
};

/** On how many of the last workdays of its time the committee is warned of what is lacking; the rule knows no other. */
export const NOTICE_WORKDAYS = 10;
