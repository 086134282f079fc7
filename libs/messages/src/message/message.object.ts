import { connectionOf, DateTimeScalar } from '#graphql';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MessageChannel, MessageState } from './message.entity.js';
import { MessageFailure } from './message-failure.enum.js';

registerEnumType(MessageChannel, {
  name: 'MessageChannel',
  description: 'By which way a message goes out.',
  valuesMap: {
    MAIL: { description: 'By mail (邮件).' },
    ROBOT: { description: 'By the robot of a group chat (群机器人).' },
  },
});

registerEnumType(MessageState, {
  name: 'MessageState',
  description: 'What became of a message.',
  valuesMap: {
    WAITING: { description: 'It is on its way, or tried again later (待发送).' },
    SENT: { description: 'It was taken by the mail server, or by the chat (已发送).' },
    FAILED: { description: 'It was given up (发送失败).' },
    DROPPED: {
      description:
        'It was no longer wanted when it was to go out, or nothing stood any more of what it told (已取消).',
    },
  },
});

@ObjectType('Message', { description: 'What your post was sent (消息).' })
export abstract class MessageObject {
  @Field(() => MessageChannel, { description: 'By which way.' })
  readonly channel!: MessageChannel;

  @Field(() => Boolean, { description: 'Whether you asked for it to try the way.' })
  readonly isTest!: boolean;

  @Field(() => String, {
    description:
      'The plain text, to be copied into a group chat if you like; read anew when it is tried again later.',
  })
  readonly text!: string;

  @Field(() => MessageState, { description: 'What became of it.' })
  readonly state!: MessageState;

  @Field(() => MessageFailure, {
    nullable: true,
    description: 'Why it was not taken when it was tried last; null when it was, or has not been tried.',
  })
  readonly failure!: MessageFailure | null;

  @Field(() => DateTimeScalar, { description: 'When it was written.' })
  readonly writtenAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was taken; null until then.' })
  readonly sentAt!: Date | null;
}

export const MessageConnection = connectionOf(MessageObject, 'Message');

@ObjectType('NextMessage', { description: 'What your post would be sent now.' })
export abstract class NextMessageObject {
  @Field(() => String, {
    nullable: true,
    description:
      'The plain text, to be copied into a group chat if you like; null when there is nothing to tell you, or you want to be told nothing.',
  })
  readonly text!: string | null;
}
