import { Nested, TimeOfDayScalar, told } from '#graphql';
import { Field, InputType } from '@nestjs/graphql';
import { ArrayUnique, IsEmail, MaxLength, NotContains } from 'class-validator';
import { MESSAGES_WORDS as WORDS } from '../messages.words.js';
import { RobotKind } from '../robot/robot-kind.enum.js';
import { MessageLanguage } from './message-language.enum.js';
import { MessageTopic } from './message-topic.enum.js';

@InputType({ description: 'The robot of a group chat.' })
export class RobotInput {
  @Field(() => RobotKind, { description: 'Whose chat it is.' })
  kind!: RobotKind;

  @MaxLength(500, told(WORDS.robotForm))
  @Field(() => String, {
    description:
      'Its webhook address, as the chat shows it. Whoever has it may write there: it is never told again.',
  })
  address!: string;

  @MaxLength(200, told(WORDS.secretForm))
  @Field(() => String, {
    nullable: true,
    description: 'The secret with which DingTalk or Feishu want to be spoken to (加签); never told again.',
  })
  secret?: string | null;
}

@InputType({ description: 'When nothing is sent.' })
export class QuietHoursInput {
  @Field(() => TimeOfDayScalar, { description: 'From then on.' })
  from!: number;

  @Field(() => TimeOfDayScalar, { description: 'Until then; on the next day when it is the earlier.' })
  until!: number;
}

@InputType({ description: 'How you want to be told. What is left out stays as it is; null takes it away.' })
export class MessageSettingsInput {
  @IsEmail({ allow_utf8_local_part: false, require_tld: true }, told(WORDS.mailForm))
  @MaxLength(254, told(WORDS.mailForm))
  // Between quotes may stand what reads as another address.
  @NotContains('"', told(WORDS.mailForm))
  @Field(() => String, {
    nullable: true,
    description:
      'To which address; a code is mailed there, and nothing else until `confirmMailAddress`. The same unconfirmed address again has another code mailed.',
  })
  mailAddress?: string | null;

  @Nested(() => RobotInput)
  @Field(() => RobotInput, { nullable: true, description: 'The robot of a group chat.' })
  robot?: RobotInput | null;

  @ArrayUnique(told(WORDS.topicTwice))
  @Field(() => [MessageTopic], { nullable: true, description: 'Of what; of nothing at first.' })
  topics?: MessageTopic[] | null;

  @Field(() => MessageLanguage, { nullable: true, description: 'In which language; Chinese at first.' })
  language?: MessageLanguage | null;

  @Nested(() => QuietHoursInput)
  @Field(() => QuietHoursInput, {
    nullable: true,
    description: 'When nothing is sent, in the zone of the region; 21:00 to 08:00 at first.',
  })
  quietHours?: QuietHoursInput | null;
}
