import { Unaudited } from '#tenancy';
import { Column, Entity } from 'typeorm';
import { LedPart } from '../dish/led-part.js';

/** What somebody says of a dish, without a name. */
@Unaudited('whoever holds the dish would read from a line who said it; the reviewer’s own row leaves one')
@Entity()
export class DishReview extends LedPart {
  /** 1 to 5. */
  @Column('integer')
  mark!: number;

  @Column('text', { nullable: true })
  comment!: string | null;

  /** On which it was first given, or its lot was released; no instant, which would tell who it was. */
  @Column('date')
  day!: string;
}
