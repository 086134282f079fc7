import { TenantEntity } from '#database';
import { Audited } from '#tenancy';
import { Column, Entity } from 'typeorm';

/** Which venue the committee would like: part of its draft, which those asked do not read. The id is the poll’s. */
@Audited<DatePollVenue>({
  thing: 'DatePoll',
  partOf: ({ id }) => id,
  seenBy: ({ networkId }) => ({ committees: [networkId] }),
})
@Entity()
export class DatePollVenue extends TenantEntity {
  @Column('uuid')
  networkId!: string;

  @Column('uuid', { nullable: true })
  offerId!: string | null;
}
