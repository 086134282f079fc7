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

/** A unit that was asked to serve an order, or took it while it stood open. Who was asked in vain is between it and the committee. */
@Audited<DishOrderRequest>({
  thing: 'DishOrder',
  partOf: ({ orderId }) => orderId,
  seenBy: ({ unitId, networkId }) => ({ units: [unitId], committees: [networkId] }),
  isActorsOwn: true,
  leaveOut: ['orderUnitId', 'title', 'askedAt', 'answeredAt', 'settledAt', 'updatedAt'],
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
