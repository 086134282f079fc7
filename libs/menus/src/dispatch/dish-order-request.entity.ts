import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import type { DispatchWay } from '../order/dish-order.entity.js';

export enum DishOrderRequestState {
  ASKED = 'ASKED',
  ACCEPTED = 'ACCEPTED',
  DECLINED = 'DECLINED',
  RECALLED = 'RECALLED',
  DONE = 'DONE',
  UNSATISFIED = 'UNSATISFIED',
}

/** A unit that was asked to serve an order, or took it while it stood open. Whoever ordered reads it from its yes on, and never who was asked in vain. */
@Audited<DishOrderRequest>({
  thing: 'DishOrder',
  partOf: ({ orderId }) => orderId,
  seenBy: ({ unitId, orderUnitId, networkId, acceptedAt }) => ({
    units: acceptedAt ? [unitId, orderUnitId] : [unitId],
    committees: [networkId],
  }),
  isActorsOwn: true,
  leaveOut: [
    'orderUnitId',
    'title',
    'askedAt',
    'answeredAt',
    'acceptedAt',
    'servedAt',
    'served',
    'settledAt',
    'updatedAt',
  ],
})
@Entity()
export class DishOrderRequest extends TenantEntity {
  @Column('uuid')
  orderId!: string;

  @Column('uuid')
  networkId!: string;

  /** Who ordered it. */
  @Column('uuid')
  orderUnitId!: string;

  @Column('uuid')
  unitId!: string;

  /** Of the order, when it was asked. */
  @Column('integer')
  round!: number;

  /** Of the order, when it was asked. */
  @Column('text')
  title!: string;

  @Column('text')
  way!: DispatchWay;

  @Column('text')
  state!: DishOrderRequestState;

  /** Null for what it took while it stood open. */
  @Column('timestamptz', { nullable: true })
  askedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  answerBy!: Date | null;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  /** Since when whoever ordered reads it, also when the unit says no after all. */
  @Column('timestamptz', { nullable: true })
  acceptedAt!: Date | null;

  /** With what was done, from the word of who ordered on: the order itself may be served anew. */
  @Column('timestamptz', { nullable: true })
  servedAt!: Date | null;

  @Column('text', { nullable: true })
  served!: string | null;

  @Column('timestamptz', { nullable: true })
  settledAt!: Date | null;

  /** Why it was declined, recalled, or did not satisfy. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** The committee wrote down its answer. */
  @Column('boolean')
  onBehalf!: boolean;

  @Column('timestamptz')
  updatedAt!: Date;

  @Column('integer')
  version!: number;
}
