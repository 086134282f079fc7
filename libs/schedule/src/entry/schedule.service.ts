import { toGlobalId, type TenantContext, type Words } from '#graphql';
import { InboxKinds } from '#inbox';
import { Injectable } from '@nestjs/common';
import { ScheduleKinds } from '../kind/schedule-kinds.js';
import { SCHEDULE_CHAT } from '../schedule.words.js';
import { Schedule, type ScheduleEntry, type ScheduleWish } from './schedule.js';
import { scheduleStatement } from './schedule.statement.js';

/** Opens the schedule of whoever asks; the statement is written once, when every library has said its kinds. */
@Injectable()
export class ScheduleService {
  private text: string | null = null;

  constructor(
    private readonly kinds: ScheduleKinds,
    private readonly waiting: InboxKinds,
  ) {}

  open(context: TenantContext, wish: ScheduleWish): Schedule {
    this.text ??= scheduleStatement(this.kinds.list(), this.waiting.list());
    return new Schedule(context, this.text, wish);
  }

  /** By what an entry is known, here and in people’s own calendars: the same through all its moves. */
  keyOf({ kind, waiting, namedId }: ScheduleEntry): string {
    return waiting === null
      ? toGlobalId(this.kinds.get(kind).named, namedId)
      : this.waiting.keyOf(waiting, namedId);
  }

  /** How it is called in people’s own calendars, in Chinese. */
  headingOf(entry: ScheduleEntry): string {
    const title = this.titleOf(entry).zh;
    return entry.waiting === null
      ? this.kinds.get(entry.kind).heading({ title })
      : SCHEDULE_CHAT.deadline({ title });
  }

  /** What it is about: of a deadline as the inbox calls it. */
  titleOf({ waiting, title }: ScheduleEntry): Words {
    return waiting === null ? { en: title, zh: title } : this.waiting.titleOf(waiting, title);
  }

  /** What stands beneath it there: of a deadline what is to be done. */
  linesOf({ kind, waiting, details }: ScheduleEntry): string[] {
    if (waiting !== null) return [this.waiting.get(waiting).why.zh];
    return Object.entries(this.kinds.get(kind).lines).flatMap(([name, line]) => {
      const said = details?.[name] ?? null;
      return said === null ? [] : [line ? line({ said }) : said];
    });
  }

  thingIdOf({ kind, waiting, thingId }: ScheduleEntry): string {
    return waiting === null
      ? toGlobalId(this.kinds.get(kind).thing, thingId)
      : this.waiting.thingIdOf(waiting, thingId);
  }
}
