import { ASKER, readsOf, sql } from '#reads';
import { Booking } from '#resources';
import { PROJECT_READS } from '../project/project.reads.js';

/** What projects add to a booking. */
export const BOOKING_PROJECT_TYPES = [
  readsOf(Booking, 'Booking', (booking) => ({
    project: booking.row(
      PROJECT_READS,
      (project, { id }) => sql`${project.id} = (SELECT pb.project_id FROM project_booking pb
        WHERE pb.region_id = ${ASKER.regionId} AND pb.booking_id = ${id})`,
    ),
  })),
];
