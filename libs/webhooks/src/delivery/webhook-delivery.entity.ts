import { TenantEntity } from '#database';
import { Unaudited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import type { WebhookFailure } from './webhook-failure.enum.js';

export enum WebhookDeliveryState {
  WAITING = 'WAITING',
  DELIVERED = 'DELIVERED',
  FAILED = 'FAILED',
}

/** What a webhook is told; its id goes out with it. */
@Unaudited('tells of acts that have lines; nobody but the committee reads it')
@Entity()
export class WebhookDelivery extends TenantEntity {
  @Column('uuid')
  webhookId!: string;

  @Column('uuid')
  unitId!: string;

  @Column('uuid')
  networkId!: string;

  /** Thing and act, as in audit lines: `Meeting.CALLED`. */
  @Column('text')
  event!: string;

  /** The same in each attempt. */
  @Column('text')
  body!: string;

  /** Of the change it tells of, in the order of which they go out. */
  @Column('bigint')
  position!: string;

  @Column('text')
  state!: WebhookDeliveryState;

  @Column('integer')
  attempts!: number;

  @Column('timestamptz', { nullable: true })
  nextAttemptAt!: Date | null;

  @Column('integer', { nullable: true })
  responseStatus!: number | null;

  @Column('text', { nullable: true })
  failure!: WebhookFailure | null;

  @Column('timestamptz')
  writtenAt!: Date;

  @Column('timestamptz', { nullable: true })
  deliveredAt!: Date | null;
}
