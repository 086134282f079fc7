import type { MessageThing } from '#messages';
import { MENU_MESSAGE_WORDS as WORDS } from '../menu/menu-message.words.js';

/** What became of sign-ups, for the unit that signed up; lead and committee look at their lists. */
export const SIGN_UP_MESSAGES: readonly MessageThing[] = [
  {
    thing: 'Dish',
    acts: {
      'SignUp CONFIRMED': WORDS.SIGN_UP_CONFIRMED,
      'SignUp CANCELLED': WORDS.SIGN_UP_CANCELLED,
      'Dish CANCELLED': WORDS.DISH_CANCELLED,
    },
    ends: ['SignUp CANCELLED', 'Dish CANCELLED'],
    // Lead and committee read the lines of all units: they would be told of others as if of their own.
    titles: `SELECT d.id AS thing_id, d.network_id, d.title, d.starts_at FROM dish d
      JOIN sign_up s ON s.region_id = $1 AND s.dish_id = d.id AND s.unit_id = app.unit_id()
      WHERE d.region_id = $1 AND d.id = ANY ($2) AND s.lead_unit_id <> app.unit_id()
        AND (d.network_id = ANY (app.convened_network_ids())) IS NOT TRUE`,
  },
];
