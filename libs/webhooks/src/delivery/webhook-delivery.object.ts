import { connectionOf, DateTimeScalar, Node } from '#graphql';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { WebhookFailure } from './webhook-failure.enum.js';
import { WebhookDeliveryState } from './webhook-delivery.entity.js';

registerEnumType(WebhookDeliveryState, {
  name: 'WebhookDeliveryState',
  description: 'What became of a delivery.',
  valuesMap: {
    WAITING: { description: 'It is on its way, or tried again later (待推送).' },
    DELIVERED: { description: 'The receiver answered with a status from 200 to 299 (已送达).' },
    FAILED: { description: 'It was given up (推送失败).' },
  },
});

@ObjectType('WebhookDelivery', {
  implements: () => Node,
  description: 'What a webhook is told, once. Its answers are not kept.',
})
export abstract class WebhookDeliveryObject extends Node {
  @Field(() => String, { description: 'Thing and act, as in audit lines: `Meeting.CALLED`; `Webhook.TEST`.' })
  readonly event!: string;

  @Field(() => WebhookDeliveryState, { description: 'What became of it.' })
  readonly state!: WebhookDeliveryState;

  @Field(() => Int, { description: 'How often it was sent.' })
  readonly attempts!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it is sent next, or soon after; null when it is not.',
  })
  readonly nextAttemptAt!: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The HTTP status of the last answer; null if there was none.',
  })
  readonly responseStatus!: number | null;

  @Field(() => WebhookFailure, {
    nullable: true,
    description: 'Why it was not taken when it was sent last; null when it was, or has not been sent.',
  })
  readonly failure!: WebhookFailure | null;

  @Field(() => DateTimeScalar, { description: 'When it was written.' })
  readonly writtenAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was taken; null until then.' })
  readonly deliveredAt!: Date | null;
}

export const WebhookDeliveryConnection = connectionOf(WebhookDeliveryObject, 'WebhookDelivery');
