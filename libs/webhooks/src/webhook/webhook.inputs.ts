import { IdOf, NotBlank, told } from '#graphql';
import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayNotEmpty, ArrayUnique, MaxLength } from 'class-validator';
import { WEBHOOKS_WORDS as WORDS } from '../webhooks.words.js';
import { WebhookTopic } from './webhook-topic.enum.js';

const URL_DESCRIPTION =
  'Where: https on port 443 or 8443, at a name or address that is public. BAD_USER_INPUT otherwise. Only its origin and end are told again.';

@InputType({ description: 'Which webhooks.' })
export class WebhookFilter {
  @IdOf('Network')
  @Field(() => ID, { nullable: true, description: 'Of this network.' })
  networkId?: string | null;
}

@InputType({ description: 'A webhook: who is told of what.' })
export class CreateWebhookInput {
  @IdOf('Network')
  @Field(() => ID, { description: 'The network: one that your committee convenes.' })
  networkId!: string;

  @MaxLength(60, told(WORDS.nameTooLong))
  @NotBlank(told(WORDS.nameBlank))
  @Field(() => String, { description: 'What it is for, to tell webhooks apart: 1 to 60 characters.' })
  name!: string;

  @MaxLength(500, told(WORDS.urlForm))
  @Field(() => String, { description: URL_DESCRIPTION })
  url!: string;

  @ArrayNotEmpty(told(WORDS.topicMissing))
  @ArrayUnique(told(WORDS.topicTwice))
  @Field(() => [WebhookTopic], { description: 'Of what it is told; at least one.' })
  topics!: WebhookTopic[];
}

@InputType({ description: 'What is to be otherwise. What is left out or null stays as it is.' })
export class UpdateWebhookInput {
  @MaxLength(60, told(WORDS.nameTooLong))
  @NotBlank(told(WORDS.nameBlank))
  @Field(() => String, { nullable: true, description: 'What it is for: 1 to 60 characters.' })
  name?: string | null;

  @MaxLength(500, told(WORDS.urlForm))
  @Field(() => String, { nullable: true, description: URL_DESCRIPTION })
  url?: string | null;

  @ArrayNotEmpty(told(WORDS.topicMissing))
  @ArrayUnique(told(WORDS.topicTwice))
  @Field(() => [WebhookTopic], { nullable: true, description: 'Of what it is told; at least one.' })
  topics?: WebhookTopic[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True pauses it. False resumes it, also when it was switched off: it is told of what comes from then on, and of what waits.',
  })
  isPaused?: boolean | null;
}
