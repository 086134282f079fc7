import { TenantEntity } from '#database';
import { Unaudited } from '#tenancy';
import { Column, Entity } from 'typeorm';

/** From it and the minute follow the codes of a meeting; read by the committee alone. Its id is the meeting's. */
@Unaudited('made with the call and never changed; a line would tell what nobody may know')
@Entity()
export class MeetingSecret extends TenantEntity {
  @Column('uuid')
  networkId!: string;

  @Column('uuid')
  secret!: string;
}
