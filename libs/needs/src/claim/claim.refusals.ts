import { listWords, Refusal, RefusalCode, type Words } from '#graphql';
import { UnitObject, type Unit } from '#network';
import { Field, ObjectType } from '@nestjs/graphql';
import { CLAIM_WORDS } from './claim.words.js';

/** Somebody else was first; who, the whole network may know. */
@ObjectType({ implements: () => Refusal, description: 'Every place of the need has its unit.' })
export class NoPlaceLeft extends Refusal {
  @Field(() => [UnitObject], { description: 'Who has them.' })
  readonly claimedBy: Unit[];

  constructor(claimedBy: Unit[]) {
    super(RefusalCode.NO_PLACE_LEFT, CLAIM_WORDS.noPlaceLeft({ units: listWords(claimedBy.map(nameOf)) }));
    this.claimedBy = claimedBy;
  }
}

/** A unit does not take on what it lacks itself. */
@ObjectType({ implements: () => Refusal, description: 'The unit posted the need itself.' })
export class OwnNeed extends Refusal {
  @Field(() => UnitObject, { description: 'Which unit.' })
  readonly unit: Unit;

  constructor(unit: Unit) {
    super(RefusalCode.OWN_NEED, CLAIM_WORDS.ownNeed({ unit: nameOf(unit) }));
    this.unit = unit;
  }
}

/** Nobody is asked twice for the same need, and nobody has two of its places. */
@ObjectType({
  implements: () => Refusal,
  description: 'Units were asked already and have not answered, or have claimed the need.',
})
export class AlreadyClaimed extends Refusal {
  @Field(() => [UnitObject], { description: 'Which units.' })
  readonly units: Unit[];

  constructor(units: Unit[]) {
    super(RefusalCode.ALREADY_EXISTS, CLAIM_WORDS.alreadyClaimed({ units: listWords(units.map(nameOf)) }));
    this.units = units;
  }
}

function nameOf({ name, nameEn }: Unit): Words {
  return { en: nameEn ?? name, zh: name };
}
