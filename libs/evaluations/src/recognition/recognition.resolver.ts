import { Allow, AnyPost, CanBeTried, ConnectionArgs, IdArg, TenantContext } from '#graphql';
import { AuditLineConnection } from '#network';
import { Reader, readWithParent, sql } from '#reads';
import { Args, Context, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { writeRecognitionChat } from './recognition-chat.js';
import type { Recognition } from './recognition.entity.js';
import {
  RecognitionFilter,
  RecognitionOrder,
  RecordRecognitionInput,
  TakeBackRecognitionArgs,
} from './recognition.inputs.js';
import { RecognitionConnection, RecognitionObject, TakeBackRecognitionResult } from './recognition.object.js';
import { RECOGNITION_READS, RECOGNITIONS } from './recognition.reads.js';
import { RecognitionService } from './recognition.service.js';

@Resolver(() => RecognitionObject)
export class RecognitionResolver {
  constructor(
    private readonly service: RecognitionService,
    private readonly reader: Reader,
  ) {}

  @AnyPost()
  @Query(() => RecognitionConnection, {
    description:
      'How units were thanked in your networks: awards, letters and banners; and all that your own unit was given.',
  })
  recognitions(
    @Args('filter', { defaultValue: {}, description: 'Only these; all by default.' })
    filter: RecognitionFilter,
    @Args('orderBy', {
      type: () => RecognitionOrder,
      defaultValue: RecognitionOrder.DAY_DESC,
      description: 'In which order.',
    })
    orderBy: RecognitionOrder,
    @Args() page: ConnectionArgs,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reader.page(context, info, RECOGNITIONS, page, { filter, orderBy });
  }

  @AnyPost()
  @Query(() => RecognitionObject, {
    nullable: true,
    description: 'An award, a letter or a banner; null when there is none that you may see.',
  })
  recognition(
    @IdArg('Recognition') id: string,
    @Context() context: TenantContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reader.find(context, info, RECOGNITION_READS, ({ id: key }) => sql`${key} = ${id}`);
  }

  @Allow('SECRETARY', 'OFFICER')
  @CanBeTried()
  @Mutation(() => RecognitionObject, {
    description:
      'The committee records a thank-you letter or a banner (表扬信、锦旗) that a unit of its network was given; the whole network reads it.',
  })
  recordRecognition(
    @Args('input', { description: 'What was given, to whom, and by whom.' }) input: RecordRecognitionInput,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.record(tx, input));
  }

  @Allow('SECRETARY')
  @CanBeTried()
  @Mutation(() => TakeBackRecognitionResult, {
    description:
      'The secretary takes back a letter or a banner, with the reason; it stays on record. Awards follow the final result of their evaluation.',
  })
  takeBackRecognition(
    @Args() { id, version, reason }: TakeBackRecognitionArgs,
    @Context() context: TenantContext,
  ) {
    return context.write((tx) => this.service.takeBack(tx, id, version, reason));
  }

  @ResolveField(() => AuditLineConnection, { description: 'What was done to it, the latest first.' })
  auditLines(@Args() _page: ConnectionArgs): never {
    return readWithParent();
  }

  @ResolveField(() => String, {
    description: 'It in plain Chinese for a group chat; never with phones.',
  })
  chatText(@Parent() recognition: Recognition, @Context() context: TenantContext): Promise<string> {
    return context.read((tx) => writeRecognitionChat(tx, recognition));
  }
}
