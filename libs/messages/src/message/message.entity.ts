import { TenantEntity } from '#database';
import { Unaudited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import type { MessageFailure } from './message-failure.enum.js';

/** By which way a message goes out. */
export enum MessageChannel {
  MAIL = 'MAIL',
  ROBOT = 'ROBOT',
}

export enum MessageState {
  WAITING = 'WAITING',
  SENT = 'SENT',
  FAILED = 'FAILED',
  DROPPED = 'DROPPED',
}

/** What a post is sent; its id goes out with it. */
@Unaudited('tells of acts that have lines; nobody but the post reads it')
@Entity()
export class Message extends TenantEntity {
  @Column('uuid')
  postId!: string;

  @Column('text')
  channel!: MessageChannel;

  @Column('boolean')
  isTest!: boolean;

  @Column('text')
  text!: string;

  /** What waits and is due of what it tells, as in `MessageWatch`; null where it is not read anew. */
  @Column('text', { array: true, nullable: true })
  tells!: string[] | null;

  /** Between which places the changes lie that it tells of. */
  @Column('bigint', { nullable: true })
  heardAfter!: string | null;

  @Column('bigint', { nullable: true })
  heardUntil!: string | null;

  @Column('text')
  state!: MessageState;

  /** Why it was not taken when it was tried last. */
  @Column('text', { nullable: true })
  failure!: MessageFailure | null;

  @Column('integer')
  attempts!: number;

  @Column('timestamptz')
  writtenAt!: Date;

  @Column('timestamptz', { nullable: true })
  sentAt!: Date | null;
}
