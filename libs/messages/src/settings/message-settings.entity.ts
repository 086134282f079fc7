import { TenantEntity } from '#database';
import { Unaudited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import type { RobotKind } from '../robot/robot-kind.enum.js';
import type { MessageLanguage } from './message-language.enum.js';
import type { MessageTopic } from './message-topic.enum.js';

/** How a post wants to be told of things; its id is that of the post. */
@Unaudited('a wish of the holder alone, of which nobody else reads anything')
@Entity()
export class MessageSettings extends TenantEntity {
  @Column('text', { nullable: true })
  mailAddress!: string | null;

  @Column('timestamptz', { nullable: true })
  mailConfirmedAt!: Date | null;

  @Column('bytea', { nullable: true })
  codeHash!: Buffer | null;

  @Column('timestamptz', { nullable: true })
  codeAskedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  codesSince!: Date | null;

  @Column('integer')
  codesAsked!: number;

  @Column('text', { nullable: true })
  robotKind!: RobotKind | null;

  @Column('text', { nullable: true })
  robotAddress!: string | null;

  @Column('text', { nullable: true })
  robotSecret!: string | null;

  @Column('text', { array: true })
  topics!: MessageTopic[];

  @Column('text')
  language!: MessageLanguage;

  /** Minutes of the day in the zone of the region; null for no quiet hours. */
  @Column('integer', { nullable: true })
  quietFrom!: number | null;

  @Column('integer', { nullable: true })
  quietUntil!: number | null;
}
