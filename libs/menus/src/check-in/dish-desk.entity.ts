import { Unaudited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import { LedPart } from '../dish/led-part.js';

/** The desk at which people come in to a date: its secret, and what was handed out there. Its id is the date's. */
@Unaudited('a line would tell what nobody may know; who came leaves lines of its own')
@Entity()
export class DishDesk extends LedPart {
  /** From it and the minute follow the codes. */
  @Column('uuid')
  secret!: string;

  @Column('timestamptz')
  openedAt!: Date;

  /** One-time review codes. */
  @Column('integer')
  codesHandedOut!: number;
}
