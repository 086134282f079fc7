import type { TenantTransaction } from '#tenancy';

/** What is booked for an activity of a project. */
export interface ProjectDishBooking {
  readonly projectId: string;
  readonly bookingId: string;
  /** Whether the activity was published. */
  readonly isPublished: boolean;
}

const LIST = `
  SELECT d.project_id AS "projectId", b.booking_id AS "bookingId", d.published_at IS NOT NULL AS "isPublished"
  FROM dish d JOIN dish_booking b ON b.region_id = $1 AND b.dish_id = d.id
  WHERE d.region_id = $1 AND d.project_id = ANY ($2)
  ORDER BY b.booking_id`;

/** What is booked for activities of these projects, as far as the actor reads them. */
export async function listDishBookings(
  tx: TenantTransaction,
  projectIds: readonly string[],
): Promise<ProjectDishBooking[]> {
  return tx.query<ProjectDishBooking>(LIST, [tx.regionId, projectIds]);
}
