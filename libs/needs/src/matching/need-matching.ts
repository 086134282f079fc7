import { found } from '#graphql';
import { NeedCategory, Unit } from '#network';
import { OfferMatching } from '#resources';
import type { TenantTransaction } from '#tenancy';
import { Injectable } from '@nestjs/common';
import type { Need } from '../need/need.entity.js';
import { isOwnNeed } from '../need/need.policy.js';
import { sortOffers, sortUnits, type Standing } from './match-order.js';
import type { NeedMatch } from './need-match.object.js';
import { explainOffer } from './offer-reasons.js';
import { explainUnit } from './unit-reasons.js';
import { listUnitRecords } from './unit-records.js';

/** Who could help with a need, and why: reasons that can be read and checked, where a score could only be believed. */
@Injectable()
export class NeedMatching {
  constructor(private readonly offers: OfferMatching) {}

  /** For the committee of the need’s network; null for everybody else, since it tells who was asked and who said no. */
  async list(tx: TenantTransaction, need: Need): Promise<NeedMatch[] | null> {
    if (!tx.actor.convenedNetworkIds.includes(need.networkId)) return null;
    const units = sortUnits(await this.listStandings(tx, need));
    const category = found(await tx.find(NeedCategory, need.categoryId));
    return Promise.all(
      units.map(async ({ record, offers }) => ({
        unit: found(await tx.find(Unit, record.unitId)),
        offers: sortOffers(offers).map(explainOffer),
        ...explainUnit(record, category),
      })),
    );
  }

  /** Units that lend what is asked for, or have helped with the like of it; never the one that has the need. */
  private async listStandings(tx: TenantTransaction, need: Need): Promise<Standing[]> {
    const records = await listUnitRecords(tx, need);
    const { networkId, kinds, facts, startsAt, endsAt } = need;
    const span = startsAt && endsAt && { startsAt, endsAt };
    const offers = await this.offers.list(tx, { networkId, kinds, facts, span });
    return records
      .filter(({ unitId }) => !isOwnNeed(need, unitId))
      .map((record) => ({
        record,
        offers: offers.filter(({ offer }) => offer.unitId === record.unitId),
      }))
      .filter(({ record, offers: own }) => own.length > 0 || record.helpedInCategory > 0);
  }
}
