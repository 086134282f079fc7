import { Unaudited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import { MeetingPart } from '../meeting/meeting-readers.js';

/** How many objections there are against a motion, for those too who may not read them. Its id is the motion's. */
@Unaudited('it counts objections, which have lines of their own')
@Entity()
export class ObjectionCount extends MeetingPart {
  @Column('integer')
  open!: number;

  @Column('integer')
  answered!: number;

  @Column('integer')
  settled!: number;

  @Column('integer')
  upheld!: number;
}
