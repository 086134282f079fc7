import { resultUnion, TimeOfDayScalar } from '#graphql';
import { InvalidCode, TooManyAttempts } from '#network';
import { Field, ObjectType } from '@nestjs/graphql';
import { RobotKind } from '../robot/robot-kind.enum.js';
import { MessageLanguage } from './message-language.enum.js';
import { MessageTopic } from './message-topic.enum.js';

@ObjectType('MessageSettings', {
  description: 'How your post is told of things (消息设置). Nobody else reads it.',
})
export abstract class MessageSettingsObject {
  @Field(() => Boolean, { description: 'Whether this server sends mail at all.' })
  readonly isMailOffered!: boolean;

  @Field(() => String, { nullable: true, description: 'Where mails go; null for nowhere.' })
  readonly mailAddress!: string | null;

  @Field(() => Boolean, {
    description: 'Whether the address was confirmed by a code; until then nothing else is mailed there.',
  })
  readonly isMailConfirmed!: boolean;

  @Field(() => RobotKind, { nullable: true, description: 'Whose group chat is written into; null for none.' })
  readonly robotKind!: RobotKind | null;

  @Field(() => String, {
    nullable: true,
    description: 'The host and the last four characters of the robot’s address; no more is told.',
  })
  readonly robotAddress!: string | null;

  @Field(() => Boolean, { description: 'Whether the robot is spoken to with a secret.' })
  readonly isRobotSigned!: boolean;

  @Field(() => [MessageTopic], { description: 'Of what you are told.' })
  readonly topics!: readonly MessageTopic[];

  @Field(() => MessageLanguage, { description: 'In which language.' })
  readonly language!: MessageLanguage;

  @Field(() => TimeOfDayScalar, {
    nullable: true,
    description:
      'From when on nothing is sent, in the zone of the region; null when there are no quiet hours.',
  })
  readonly quietFrom!: number | null;

  @Field(() => TimeOfDayScalar, {
    nullable: true,
    description: 'Until when nothing is sent; on the next day when it is the earlier.',
  })
  readonly quietUntil!: number | null;
}

export const ConfirmMailAddressResult = resultUnion('ConfirmMailAddressResult', [
  MessageSettingsObject,
  InvalidCode,
  TooManyAttempts,
]);
