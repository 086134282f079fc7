import { ApiError, found } from '#graphql';
import { Membership, MembershipRole, MembershipState, Network, Unit } from '#network';
import { ROLES, type Role, type TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Offer } from '../offer/offer.entity.js';
import { AudienceReader, SharedPart, type AudienceObject } from './audience.object.js';

const { OFFER, OFFER_INTERNAL, BOOKING, CONTACT, CONTACT_ONCE_CONFIRMED } = SharedPart;

/** A representative speaks for residents and reads what the network does, not what a unit has. */
const OF_UNIT = ROLES.filter((role) => role !== 'REPRESENTATIVE');
const OF_COMMITTEE = ['SECRETARY', 'OFFICER'] as const satisfies readonly Role[];

/** Parts for posts of a unit, perhaps through a network. */
interface Grant {
  readonly unitId: string | null;
  readonly networkId: string | null;
  readonly roles: readonly Role[];
  readonly parts: readonly SharedPart[];
}

/** Says before something is shared what the row policies will let others see of it. */
@Injectable()
export class AudienceService {
  /** Throws NOT_FOUND for a network in which the unit takes no part, FORBIDDEN for an offer of another unit. */
  async ofOffer(tx: TenantTransaction, id: string, networkIds: string[]): Promise<AudienceObject> {
    const offer = found(await tx.find<Offer>(Offer, id));
    if (offer.unitId !== tx.actor.unitId) throw ApiError.forbidden();
    const members = await listMembers(tx, networkIds);
    const own = { unitId: offer.unitId, networkId: null, roles: OF_UNIT, parts: [OFFER, OFFER_INTERNAL] };
    const shown = members.map(({ unitId, networkId }): Grant => ({
      unitId,
      networkId,
      roles: ROLES,
      parts: [OFFER],
    }));
    const committees = listCommittees(members, [OFFER_INTERNAL]);
    const stewards = networkIds.map((networkId): Grant => ({
      unitId: null,
      networkId,
      roles: ['STEWARD'],
      parts: [OFFER],
    }));
    return describe(tx, [own, ...shown, ...committees, ...stewards]);
  }

  /** Throws NOT_FOUND for an offer that is not published to the network, or a network in which the unit takes no part. */
  async ofRequest(tx: TenantTransaction, offerId: string, networkId: string): Promise<AudienceObject> {
    const offer = found(await tx.find<Offer>(Offer, offerId));
    const members = await listMembers(tx, [networkId]);
    if (!offer.networkIds.includes(networkId)) throw ApiError.notFound();
    const of = (unitId: string, parts: SharedPart[]): Grant => ({
      unitId,
      networkId: null,
      roles: OF_UNIT,
      parts,
    });
    const own = of(tx.actor.unitId, [BOOKING, CONTACT]);
    const owner = of(offer.unitId, [BOOKING, CONTACT_ONCE_CONFIRMED]);
    const isOwn = offer.unitId === tx.actor.unitId;
    return describe(tx, [own, ...(isOwn ? [] : [owner]), ...listCommittees(members, [BOOKING, CONTACT])]);
  }
}

async function listMembers(tx: TenantTransaction, networkIds: string[]): Promise<Membership[]> {
  const { regionId, actor } = tx;
  if (!networkIds.every((id) => actor.memberNetworkIds.includes(id))) throw ApiError.notFound();
  const role = In([MembershipRole.CONVENER, MembershipRole.PARTNER]);
  const state = MembershipState.ACTIVE;
  return tx.manager.findBy(Membership, { regionId, networkId: In(networkIds), role, state });
}

function listCommittees(members: readonly Membership[], parts: SharedPart[]): Grant[] {
  return members
    .filter(({ role }) => role === MembershipRole.CONVENER)
    .map(({ unitId, networkId }) => ({ unitId, networkId, roles: OF_COMMITTEE, parts }));
}

async function describe(tx: TenantTransaction, grants: readonly Grant[]): Promise<AudienceObject> {
  const unitIds = [...new Set(grants.flatMap(({ unitId }) => unitId ?? []))];
  const units = (await Promise.all(unitIds.map((id) => tx.find(Unit, id))))
    .filter((unit) => unit !== null)
    .toSorted((one, other) => (one.code < other.code ? -1 : 1));
  const networkIds = [...new Set(grants.flatMap(({ networkId }) => networkId ?? []))];
  const networks = (await Promise.all(networkIds.map((id) => tx.find(Network, id))))
    .filter((network) => network !== null)
    .toSorted((one, other) => (one.code < other.code ? -1 : 1));
  const readers = [...units, null].flatMap((unit) =>
    readersOf(
      unit,
      networks,
      grants.filter(({ unitId }) => unitId === (unit?.id ?? null)),
    ),
  );
  return { readers, unitCount: units.filter(({ id }) => id !== tx.actor.unitId).length };
}

/** Posts that read the same parts stand together. */
function readersOf(unit: Unit | null, networks: Network[], grants: readonly Grant[]): AudienceReader[] {
  const groups = new Map<string, Role[]>();
  for (const role of ROLES) {
    const parts = Object.values(SharedPart).filter((part) => isGranted(grants, role, part));
    if (parts.length > 0) groups.set(parts.join(), [...(groups.get(parts.join()) ?? []), role]);
  }
  return [...groups].map(([parts, roles]) => {
    const through = grants.filter((grant) => grant.roles.some((role) => roles.includes(role)));
    return new AudienceReader({
      unit,
      roles,
      parts: parts.split(',') as SharedPart[],
      networks: networks.filter(({ id }) => through.some(({ networkId }) => networkId === id)),
    });
  });
}

function isGranted(grants: readonly Grant[], role: Role, part: SharedPart): boolean {
  return grants.some(({ roles, parts }) => roles.includes(role) && parts.includes(part));
}
