import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import type { WebhookTopic } from './webhook-topic.enum.js';

export enum WebhookState {
  ACTIVE = 'ACTIVE',
  PAUSED = 'PAUSED',
  SWITCHED_OFF = 'SWITCHED_OFF',
}

/** Where the committee of a network has another program told of what changes there. */
@Audited<Webhook>({
  thing: 'Webhook',
  seenBy: ({ unitId }) => ({ units: [unitId] }),
  leaveOut: ['unitId', 'position', 'createdAt', 'lastDeliveredAt', 'lastFailedAt', 'failingSince'],
  secret: ['url', 'secret', 'formerSecret', 'formerSecretUntil'],
})
@Entity()
export class Webhook extends TenantEntity {
  @Column('uuid')
  networkId!: string;

  /** The committee, with whose rights is read what it is told. */
  @Column('uuid')
  unitId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  url!: string;

  @Column('text', { array: true })
  topics!: WebhookTopic[];

  @Column('text')
  state!: WebhookState;

  @Column('text')
  secret!: string;

  @Column('text', { nullable: true })
  formerSecret!: string | null;

  @Column('timestamptz', { nullable: true })
  formerSecretUntil!: Date | null;

  /** The place of the last change that was looked at. */
  @Column('bigint')
  position!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  lastDeliveredAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  lastFailedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  failingSince!: Date | null;
}
