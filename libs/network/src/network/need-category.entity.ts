import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';

/** The eight that every network has, whatever it calls them. */
export enum StandingCategory {
  ADVICE_AND_SERVICES = 'ADVICE_AND_SERVICES',
  CHARITY = 'CHARITY',
  CULTURE_AND_SPORT = 'CULTURE_AND_SPORT',
  VENUE_RENTAL = 'VENUE_RENTAL',
  TRAINING = 'TRAINING',
  MEDICAL = 'MEDICAL',
  SOCIAL_MEETING = 'SOCIAL_MEETING',
  RECRUITMENT = 'RECRUITMENT',
}

/** What needs of one network are about, in that network's own words; it has the standing ones from its first moment. */
@Audited<NeedCategory>({
  thing: 'NeedCategory',
  seenBy: ({ networkId }) => ({ networks: [networkId] }),
})
@Entity()
export class NeedCategory extends TenantEntity {
  @Column('uuid')
  networkId!: string;

  /** Which of the standing ones it is; null for one of the network's own. */
  @Column('text', { nullable: true })
  code!: StandingCategory | null;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  nameEn!: string | null;

  /** In lists, from 1. */
  @Column('integer')
  place!: number;

  /** Since when no new needs are posted in it. */
  @Column('timestamptz', { nullable: true })
  retiredAt!: Date | null;

  @Column('integer')
  version!: number;
}
