import { IdOf, Nested, NotBlank, told } from '#graphql';
import { BookingItemInput, RequestBookingsInput } from '#resources';
import { ArgsType, Field, ID, InputType, OmitType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, MaxLength } from 'class-validator';
import { PROJECT_WORDS } from '../project/project.words.js';

@InputType({ description: 'One of several things that are booked for a project, through its network.' })
export class ProjectBookingItemInput extends OmitType(BookingItemInput, ['networkId'], InputType) {}

@InputType({ description: 'Several things for one project: all of them or none.' })
export class BookForProjectInput extends OmitType(RequestBookingsInput, ['items', 'purpose'], InputType) {
  @IdOf('Project')
  @Field(() => ID, { description: 'The project, of which your unit is one of the units.' })
  projectId!: string;

  @Nested(() => ProjectBookingItemInput)
  @ArrayMinSize(1, told(PROJECT_WORDS.itemsNeeded))
  @ArrayMaxSize(10, told(PROJECT_WORDS.tooManyItems))
  @Field(() => [ProjectBookingItemInput], { description: 'What and when; 1 to 10.' })
  items!: ProjectBookingItemInput[];

  @NotBlank(told(PROJECT_WORDS.purposeNeeded))
  @MaxLength(200, told(PROJECT_WORDS.purposeTooLong))
  @Field(() => String, {
    nullable: true,
    description: 'What for; read by you, the owners and the committee. The title of the project by default.',
  })
  purpose?: string | null;
}

@ArgsType()
export class ProjectBookingArgs {
  @IdOf('Project')
  @Field(() => ID, { description: 'The project.' })
  projectId!: string;

  @IdOf('Booking')
  @Field(() => ID, { description: 'A booking that your unit made through the network of the project.' })
  bookingId!: string;
}
