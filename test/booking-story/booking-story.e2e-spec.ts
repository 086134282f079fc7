import { tellDecember } from './december.js';
import { tellNovember } from './november.js';
import { BookingStory } from './stage.js';

/** What the case tells of offers and bookings, played by its people in its order; what lies behind them, when it is over. */
describe('the booking part of the case', () => {
  const story = new BookingStory();

  beforeAll(() => story.open());
  afterAll(() => story.close());

  describe('asked for ahead', () => tellNovember(story));
  describe('as December comes', () => tellDecember(story));
});
