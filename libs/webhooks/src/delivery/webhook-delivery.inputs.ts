import { IdOf } from '#graphql';
import { Field, ID, InputType } from '@nestjs/graphql';

@InputType({ description: 'Which deliveries.' })
export class WebhookDeliveryFilter {
  @IdOf('Webhook')
  @Field(() => ID, { nullable: true, description: 'Of this webhook.' })
  webhookId?: string | null;
}
