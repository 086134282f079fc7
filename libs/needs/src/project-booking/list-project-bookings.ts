import type { TenantTransaction } from '#tenancy';
import { In } from 'typeorm';
import { ProjectBooking } from './project-booking.entity.js';

/** What is booked for these projects, as far as the actor reads it: of which project each booking is. */
export async function listProjectBookings(
  tx: TenantTransaction,
  projectIds: readonly string[],
): Promise<Pick<ProjectBooking, 'projectId' | 'bookingId'>[]> {
  const where = { regionId: tx.regionId, projectId: In([...projectIds]) };
  return tx.manager.findBy(ProjectBooking, where);
}
