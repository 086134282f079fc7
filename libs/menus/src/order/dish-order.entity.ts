import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import type { DishKind, Segment } from '../dish/dish.entity.js';

export enum DishOrderState {
  PLACED = 'PLACED',
  DISPATCHED = 'DISPATCHED',
  ACCEPTED = 'ACCEPTED',
  SERVED = 'SERVED',
  CLOSED = 'CLOSED',
  REFUSED = 'REFUSED',
  WITHDRAWN = 'WITHDRAWN',
}

export enum DispatchWay {
  NAMED = 'NAMED',
  OPEN = 'OPEN',
}

/** What a unit wishes to be held for it. It ends well by that unit's word alone. */
@Audited<DishOrder>({
  thing: 'DishOrder',
  // Units that read it while it stands open read no lines: stewards and representatives would as well.
  seenBy: ({ unitId, serverUnitId, networkId }) => ({
    units: [unitId, serverUnitId],
    committees: [networkId],
  }),
  // Whoever serves it moves it by its word, in its name. Who says no leaves its name in the line of its request alone:
  // these lines the orderer reads, which does not learn who was asked in vain.
  isActorsOwn: ({ serverUnitId }) => serverUnitId !== null,
  leaveOut: [
    'putToUnitId',
    'way',
    'placedAt',
    'dispatchedAt',
    'openedAt',
    'acceptedAt',
    'servedAt',
    'endedAt',
    'updatedAt',
  ],
})
@Entity()
export class DishOrder extends TenantEntity {
  @Column('uuid')
  networkId!: string;

  /** Who ordered it. */
  @Column('uuid')
  unitId!: string;

  /** The unit that is asked by name, or that serves it. */
  @Column('uuid', { nullable: true })
  putToUnitId!: string | null;

  /** Who has accepted it. */
  @Column('uuid', { nullable: true })
  serverUnitId!: string | null;

  @Column('text')
  state!: DishOrderState;

  /** One more each time that who ordered it is not satisfied. */
  @Column('integer')
  round!: number;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  what!: string | null;

  @Column('text', { nullable: true })
  kind!: DishKind | null;

  @Column('text', { array: true })
  segments!: Segment[];

  /** For how many persons. */
  @Column('integer', { nullable: true })
  heads!: number | null;

  /** First of the days on which it is wished. */
  @Column('date')
  fromDay!: string;

  @Column('date')
  toDay!: string;

  @Column('text', { nullable: true })
  place!: string | null;

  /** Null before it is dispatched. */
  @Column('text', { nullable: true })
  way!: DispatchWay | null;

  /** Until when the committee waits for an answer. */
  @Column('timestamptz', { nullable: true })
  answerBy!: Date | null;

  @Column('timestamptz')
  placedAt!: Date;

  @Column('timestamptz', { nullable: true })
  dispatchedAt!: Date | null;

  /** Since when all units of the network read it. */
  @Column('timestamptz', { nullable: true })
  openedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  acceptedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  servedAt!: Date | null;

  /** What was done, in the words of who did it. */
  @Column('text', { nullable: true })
  served!: string | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** Why it was refused, withdrawn or opened again. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('timestamptz')
  updatedAt!: Date;

  @Column('integer')
  version!: number;
}
