import { registerEnumType } from '@nestjs/graphql';

/** What may stand in the schedule of a post. The library above that knows it registers how it is found. */
export enum ScheduleKind {
  MEETING = 'MEETING',
  BOOKING_GIVEN = 'BOOKING_GIVEN',
  BOOKING_TAKEN = 'BOOKING_TAKEN',
  ACTIVITY = 'ACTIVITY',
  DEADLINE = 'DEADLINE',
}

const described = (description: string) => ({ description });

registerEnumType(ScheduleKind, {
  name: 'ScheduleKind',
  description: 'What stands in a schedule. The description of each value says whose, and in which states.',
  valuesMap: {
    MEETING: described(
      'A meeting that was called, or recorded, and that you read (会议); a cancelled one stays. Drafts are not in it.',
    ),
    BOOKING_GIVEN: described(
      'A use of what your unit lends (出借): tentative while it is asked for or waits, then confirmed, cancelled when it is called off or displaced. What your unit lends to itself is here alone.',
    ),
    BOOKING_TAKEN: described('The same of what your unit borrows (借用).'),
    ACTIVITY: described(
      'A date of an activity on a published menu that your unit leads, holds with others or is signed up for (活动): tentative while it only waits for a place, cancelled with the date or with its own sign-up.',
    ),
    DEADLINE: described(
      'When something is due that waits for you in `inbox` (截止): as long as it waits. Of a day the whole day.',
    ),
  },
});
