import { Entity } from 'typeorm';
import { Unaudited } from '../audit/audited.js';
import { RecordedAct } from '../audit/recorded-act.js';

/**
 * What changed, for those who wait to hear of it: an audit line without what it says, under the same id. Its place among
 * all changes is given after it was stored, by whoever tells it on.
 */
@Unaudited('it is an audit line without what it says, and is forgotten after some days')
@Entity()
export class ChangeEvent extends RecordedAct {}
