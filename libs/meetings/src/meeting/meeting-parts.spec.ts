import { MEETINGS_ENTITIES } from '../meetings.entities.js';
import { MeetingPart } from './meeting-readers.js';
import { MEETING_PARTS } from './meeting.repository.js';

describe('what stands beneath a meeting', () => {
  it('is shown with it, every table', () => {
    const parts = MEETINGS_ENTITIES.filter(({ prototype }) => prototype instanceof MeetingPart);
    expect(parts.map(({ name }) => name).toSorted()).toEqual(
      MEETING_PARTS.map(({ name }) => name).toSorted(),
    );
  });
});
