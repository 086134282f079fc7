import { ApiError, expectState, found, refuseState } from '#graphql';
import { asCommittee, expectTakesPart } from '#network';
import { Booking, BundleService, CALLED_OFF_STATES, CallOff, type BookingWish } from '#resources';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { ProjectHosts } from '../host/project-hosts.js';
import { Project } from '../project/project.entity.js';
import { LIVE_STATES, WORKING_STATES } from '../project/project.policy.js';
import { ProjectRepository } from '../project/project.repository.js';
import { PROJECT_STATES, PROJECT_WORDS } from '../project/project.words.js';
import { ProjectBooking } from './project-booking.entity.js';

/**
 * What is booked for a project. Offers and bookings are locked before it; and because every link makes a new version of
 * it, who stops it knows all that it has.
 */
@Injectable()
export class ProjectBookings {
  constructor(
    private readonly projects: ProjectRepository,
    private readonly hosts: ProjectHosts,
    private readonly bundles: BundleService,
    private readonly callOff: CallOff,
  ) {}

  /** Several things in one act for it, by one of its units: all or none. */
  async book(
    tx: TenantTransaction,
    projectId: string,
    compose: (project: Project) => readonly BookingWish[],
  ): Promise<Booking[]> {
    const seen = found(await tx.find(Project, projectId));
    await this.expectOpenTo(tx, seen);
    const bookings = await this.bundles.request(tx, compose(seen));
    await this.add(tx, projectId, bookings);
    return bookings;
  }

  /** Says that something that one's unit has booked serves it. */
  async link(tx: TenantTransaction, projectId: string, bookingId: string): Promise<Project> {
    const { networkId } = found(await tx.find(Project, projectId));
    await expectTakesPart(tx, [networkId]);
    const booking = await this.takeOwn(tx, bookingId);
    if (booking.networkId !== networkId) {
      throw ApiError.badInput([{ path: 'bookingId', message: PROJECT_WORDS.otherNetwork }]);
    }
    if (await this.findLink(tx, bookingId)) {
      refuseState(booking, PROJECT_WORDS.bookingElsewhere);
    }
    if (CALLED_OFF_STATES.includes(booking.state)) {
      refuseState(booking, PROJECT_WORDS.bookingIsOff);
    }
    return this.add(tx, projectId, [booking]);
  }

  /** Until it has ended: what served it then stays told. */
  async unlink(tx: TenantTransaction, projectId: string, bookingId: string): Promise<Project> {
    const booking = await this.takeOwn(tx, bookingId);
    const project = await this.projects.take(tx, projectId);
    const link = await this.findLink(tx, bookingId);
    if (link?.projectId !== projectId) {
      refuseState(booking, PROJECT_WORDS.bookingNotLinked);
    }
    expectState(project, LIVE_STATES, PROJECT_STATES);
    await tx.remove(ProjectBooking, link);
    return this.projects.touch(tx, project);
  }

  /** Locks what is booked ahead for it, before the project itself. */
  async holdAhead(tx: TenantTransaction, projectId: string): Promise<Booking[]> {
    const { networkId } = found(await tx.find(Project, projectId));
    return asCommittee(tx, networkId, async () => {
      const links = await tx.manager.findBy(ProjectBooking, { regionId: tx.regionId, projectId });
      const bookings = await tx.manager.find(Booking, {
        where: { regionId: tx.regionId, id: In(links.map(({ bookingId }) => bookingId)) },
        order: { id: 'ASC' },
      });
      return this.callOff.holdForRequesters(tx, bookings);
    });
  }

  giveUp(tx: TenantTransaction, bookings: readonly Booking[], remark: string): Promise<Booking[]> {
    return this.callOff.endForRequesters(tx, bookings, remark);
  }

  private async add(
    tx: TenantTransaction,
    projectId: string,
    bookings: readonly Booking[],
  ): Promise<Project> {
    const project = await this.projects.take(tx, projectId);
    await this.expectOpenTo(tx, project);
    await tx.insertAll(
      ProjectBooking,
      bookings.map(({ id: bookingId, requesterUnitId, ownerUnitId, networkId }) => ({
        id: tx.newId(),
        projectId,
        bookingId,
        networkId,
        requesterUnitId,
        ownerUnitId,
        linkedAt: tx.now,
      })),
    );
    return this.projects.touch(tx, project);
  }

  /** Its units book for it while they work on it. */
  private async expectOpenTo(tx: TenantTransaction, project: Project): Promise<void> {
    if (!(await this.hosts.takesPart(tx, project, tx.actor.unitId))) throw ApiError.forbidden();
    expectState(project, WORKING_STATES, PROJECT_STATES);
  }

  /** Locked; so that two who link it wait for each other. */
  private async takeOwn(tx: TenantTransaction, id: string): Promise<Booking> {
    const { requesterUnitId } = found(await tx.find(Booking, id));
    if (requesterUnitId !== tx.actor.unitId) throw ApiError.forbidden();
    return found(await tx.lock(Booking, id));
  }

  private findLink(tx: TenantTransaction, bookingId: string): Promise<ProjectBooking | null> {
    return tx.manager.findOneBy(ProjectBooking, { regionId: tx.regionId, bookingId });
  }
}
