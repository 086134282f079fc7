import { ASKER, asc, listOf, sql, type Sql } from '#reads';
import { BOOKING_READS } from '#resources';

/** What was booked for one project, as far as the asker reads bookings; in their order of time. */
export const PROJECT_BOOKINGS = listOf(BOOKING_READS, {
  name: 'projectBookings',
  where: (booking, { projectId }: { readonly projectId: Sql }) => [
    sql`${booking.id} IN (SELECT pb.booking_id FROM project_booking pb
      WHERE pb.region_id = ${ASKER.regionId} AND pb.project_id = ${projectId})`,
  ],
  orderBy: ({ startsAt, id }) => [asc(startsAt), asc(id)],
});
