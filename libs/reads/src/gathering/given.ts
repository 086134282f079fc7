/** What every statement over registered kinds is given first: of which region, which every table in it names, and when. */
export const REGION = '$1::uuid';
export const NOW = '$2::timestamptz';
