import { connectionOf, DateTimeScalar, Node, Secret } from '#graphql';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { WebhookTopic } from './webhook-topic.enum.js';
import { WebhookState } from './webhook.entity.js';

registerEnumType(WebhookState, {
  name: 'WebhookState',
  description: 'Whether a webhook is told.',
  valuesMap: {
    ACTIVE: { description: 'It is told (启用).' },
    PAUSED: { description: 'The committee has paused it (暂停).' },
    SWITCHED_OFF: {
      description: 'It answered that it is gone (410), or took nothing for three days (停用).',
    },
  },
});

@ObjectType('Webhook', {
  implements: () => Node,
  description:
    'A signed webhook (推送): another program is told that things of a network changed. Read by the secretary of the committee that made it.',
})
export abstract class WebhookObject extends Node {
  @Field(() => String, { description: 'What it is for, in your words.' })
  readonly name!: string;

  @Field(() => String, {
    description: 'The origin and the last four characters of the address; no more is told.',
  })
  readonly url!: string;

  @Field(() => [WebhookTopic], { description: 'Of what it is told.' })
  readonly topics!: readonly WebhookTopic[];

  @Field(() => WebhookState, { description: 'Whether it is told.' })
  readonly state!: WebhookState;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  readonly createdAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when deliveries are signed with the secret before too; null if there is none.',
  })
  readonly formerSecretUntil!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it last took a delivery; null if never.',
  })
  readonly lastDeliveredAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it last took one not; null if never.' })
  readonly lastFailedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when it takes none; null while all is well.',
  })
  readonly failingSince!: Date | null;
}

@ObjectType('NewWebhook', { description: 'A webhook with a secret that was just made.' })
export abstract class NewWebhookObject {
  @Secret()
  @Field(() => String, {
    description:
      'With which deliveries are signed: `whsec_…`. It is shown this once; empty when an answer is repeated by its key: make another then.',
  })
  readonly secret!: string;

  @Field(() => WebhookObject, { description: 'As it stands in the list.' })
  readonly webhook!: WebhookObject;
}

@ObjectType('RemovedWebhook', { description: 'A webhook that is no more.' })
export abstract class RemovedWebhookObject {
  @Field(() => String, { description: 'What it was for.' })
  readonly name!: string;
}

export const WebhookConnection = connectionOf(WebhookObject, 'Webhook');
