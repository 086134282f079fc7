import { TenantContext, toGlobalId } from '#graphql';
import {
  Context,
  Field,
  ObjectType,
  Parent,
  registerEnumType,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import type { Meeting } from '../meeting/meeting.entity.js';
import { MeetingObject } from '../meeting/meeting.object.js';
import { MeetingPapers } from './meeting-papers.js';
import { PAPER_NAMES, PaperKind } from './paper-kind.js';

registerEnumType(PaperKind, {
  name: 'PaperKind',
  description: 'An official paper of a meeting.',
  valuesMap: {
    CALL: { description: 'The call (会议通知); none of a meeting recorded afterwards.' },
    SIGN_IN_SHEET: { description: 'The sheet on which those who come sign (签到表); the committee’s alone.' },
    MINUTES: { description: 'The minutes (会议纪要); of a draft, marked as such, the committee’s alone.' },
  },
});

@ObjectType('MeetingPaper', { description: 'An official paper in the layout of GB/T 9704, in Chinese.' })
export abstract class MeetingPaperObject {
  @Field(() => PaperKind, { description: 'Which paper.' })
  readonly kind!: PaperKind;

  @Field(() => String, { description: 'Where GET gives it, with the same token, as a page to print.' })
  readonly htmlPath!: string;

  @Field(() => String, { description: 'Where GET gives it, with the same token, as a DOCX to keep.' })
  readonly docxPath!: string;
}

/** What papers add to a meeting. */
@Resolver(() => MeetingObject)
export class MeetingPapersResolver {
  constructor(private readonly service: MeetingPapers) {}

  @ResolveField(() => [MeetingPaperObject], {
    description: 'The papers that you may print; none of a cancelled meeting.',
  })
  papers(@Parent() meeting: Meeting, @Context() context: TenantContext): Promise<MeetingPaperObject[]> {
    return context.read(async (tx) =>
      (await this.service.list(tx, meeting)).map((kind) => paperOf(meeting, kind)),
    );
  }
}

function paperOf({ id }: Meeting, kind: PaperKind): MeetingPaperObject {
  const path = `/meetings/${toGlobalId('Meeting', id)}/${PAPER_NAMES[kind]}`;
  return { kind, htmlPath: `${path}.html`, docxPath: `${path}.docx` };
}
