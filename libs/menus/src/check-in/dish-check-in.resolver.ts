import { CheckInCodeObject, checkInCode, validUntil } from '#checkin';
import { Allow, found, TenantContext } from '#graphql';
import { timeZoneOf } from '#network';
import { readWithParent } from '#reads';
import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { DishDate } from '../dish/dish-date.entity.js';
import { DishDateObject } from '../dish/dish.object.js';
import { checkInHours } from './check-in-hours.js';
import { DishCheckInDoor } from './dish-check-in-door.js';
import { CheckInAtDishArgs, NoteDishCheckInInput, OfDishDateArgs } from './dish-check-in.inputs.js';
import {
  CheckInAtDishResult,
  DishCheckInObject,
  DishDeskObject,
  NoteDishCheckInResult,
  OpenDishDeskResult,
} from './dish-check-in.object.js';
import { DishCheckInService } from './dish-check-in.service.js';
import type { DishDesk } from './dish-desk.entity.js';

/** What checking in adds to a date. */
@Resolver(() => DishDateObject)
export class DishCheckInResolver {
  constructor(
    private readonly service: DishCheckInService,
    private readonly door: DishCheckInDoor,
  ) {}

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => OpenDishDeskResult, {
    description:
      'The lead of a published dish, or the committee, opens the check-in desk of a date, at any time; from half an hour before the start its code is shown. Opened again, it is the same.',
  })
  openDishDesk(@Args() { dateId }: OfDishDateArgs, @Context() context: TenantContext) {
    return context.write((tx) => this.service.open(tx, dateId));
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => CheckInAtDishResult, {
    description:
      'A unit of the network says that it is there and how many came, by the code that is shown; from half an hour before the start until the end of the day. After ten wrong codes within 15 minutes a post waits.',
  })
  checkInAtDish(@Args() args: CheckInAtDishArgs, @Context() context: TenantContext) {
    return this.door.attempt(context, args);
  }

  @Allow('SECRETARY', 'OFFICER', 'LIAISON', 'DEPUTY')
  @Mutation(() => NoteDishCheckInResult, {
    description:
      'The lead, or the committee, writes down how many of a unit, or of residents, came; anew, where it was wrong. From half an hour before the start until the menu is closed; after the day it is marked (补录).',
  })
  noteDishCheckIn(
    @Args('input', { description: 'Who came.' }) input: NoteDishCheckInInput,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.noteOnList(tx, input));
  }

  @ResolveField(() => DishDeskObject, {
    nullable: true,
    description: 'Its check-in desk, for the lead and the committee; null until it is opened.',
  })
  desk(): never {
    return readWithParent();
  }

  @ResolveField(() => [DishCheckInObject], {
    description: 'Who came, as it was noted: all for the lead and the committee, for a unit its own.',
  })
  checkIns(): never {
    return readWithParent();
  }
}

/** The code changes with each minute, so that no row holds it. */
@Resolver(() => DishDeskObject)
export class DishDeskResolver {
  @ResolveField(() => CheckInCodeObject, {
    nullable: true,
    description:
      'The code by which units check in now; null earlier than half an hour before the start and after the day.',
  })
  checkInCode(@Parent() { id, secret }: DishDesk, @Context() context: TenantContext) {
    return context.read(async (tx): Promise<CheckInCodeObject | null> => {
      const hours = checkInHours(found(await tx.find(DishDate, id)), await timeZoneOf(tx));
      if (tx.now < hours.startsAt || tx.now >= hours.endsAt) return null;
      return { code: checkInCode(secret, tx.now), validUntil: validUntil(tx.now) };
    });
  }
}
