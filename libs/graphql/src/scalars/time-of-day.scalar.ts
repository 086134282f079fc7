import { BadValue } from '../words/bad-value.js';
import { GRAPHQL_WORDS } from '../words/graphql-words.js';
import { textScalar } from './text-scalar.js';

const MIDNIGHT = 24 * 60;

/** A time on the wall clock of the network; inside, minutes from the start of the day (0 to 1440). */
export const TimeOfDayScalar = textScalar<number>({
  name: 'TimeOfDay',
  description:
    "A time on the network's wall clock, as HH:MM from 00:00 to 24:00; 24:00 is the end of the day.",
  expected: GRAPHQL_WORDS.timeOfDayAsText,
  parse(text) {
    const parts = /^(\d{2}):(\d{2})$/.exec(text);
    if (parts === null) throw new BadValue(GRAPHQL_WORDS.timeOfDayForm);
    const minutes = Number(parts[1]) * 60 + Number(parts[2]);
    if (Number(parts[2]) > 59 || minutes > MIDNIGHT) {
      throw new BadValue(GRAPHQL_WORDS.timeOfDayRange);
    }
    return minutes;
  },
  print(value) {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > MIDNIGHT) {
      throw new TypeError('A TimeOfDay must be whole minutes between 0 and 1440.');
    }
    return `${String(Math.floor(value / 60)).padStart(2, '0')}:${String(value % 60).padStart(2, '0')}`;
  },
});
