import { MS_PER_DAY } from '#calendar';
import { ApiError, Refused, type FieldProblem, type Words } from '#graphql';
import { NotRecordable } from '#resources';
import { NeedUrgency } from '../need/need.entity.js';
import { NEED_WORDS } from '../need/need.words.js';
import type { RecordNeedInput } from './record-need.inputs.js';
import { RECORD_WORDS } from './record.words.js';

const LONGEST_AGO_DAYS = 90;

interface Step {
  readonly path: string;
  /** By which a later one calls it; none comes after the last. */
  readonly name: Words | null;
  readonly at: Date | null | undefined;
}

/**
 * What is written down afterwards has happened, and lately.
 * @throws Refused NOT_RECORDABLE for what is not over or too long ago, ApiError BAD_USER_INPUT for what is out of order
 */
export function expectPast(now: Date, past: RecordNeedInput): void {
  const problems = [...orders(past), ...calls(past)];
  if (problems.length > 0) throw ApiError.badInput(problems);
  const earliest = new Date(now.getTime() - LONGEST_AGO_DAYS * MS_PER_DAY);
  const said = past.claims.flatMap(({ acceptedAt, arrivedAt, finishedAt }) => [
    acceptedAt,
    arrivedAt,
    finishedAt,
  ]);
  const times = [past.startsAt, past.endsAt, past.calledAt, ...said];
  if (times.some((at) => at && (at > now || at < earliest))) {
    throw new Refused(new NotRecordable(earliest, now));
  }
}

function calls({ calledAt, urgency }: RecordNeedInput): FieldProblem[] {
  if (!calledAt || urgency === NeedUrgency.URGENT) return [];
  return [{ path: 'input.calledAt', message: RECORD_WORDS.calledUrgently }];
}

/** Each step that is known comes no sooner than the one before it. */
function orders({ startsAt, endsAt, calledAt, claims }: RecordNeedInput): FieldProblem[] {
  const { call, acceptance, arrival } = RECORD_WORDS;
  const isSpan = endsAt > startsAt;
  const span = isSpan ? [] : [{ path: 'input.endsAt', message: NEED_WORDS.endsBeforeStart }];
  const inClaims = claims.flatMap((claim, index) => {
    const path = `input.claims.${index}`;
    return outOfOrder([
      { path: 'input.calledAt', name: call, at: calledAt },
      { path: `${path}.acceptedAt`, name: acceptance, at: claim.acceptedAt },
      { path: `${path}.arrivedAt`, name: arrival, at: claim.arrivedAt },
      { path: `${path}.finishedAt`, name: null, at: claim.finishedAt },
    ]);
  });
  return [...span, ...inClaims];
}

function outOfOrder(steps: readonly Step[]): FieldProblem[] {
  const known = steps.flatMap(({ at, ...step }) => (at ? [{ ...step, at }] : []));
  return known.flatMap(({ path, at }, index) => {
    const before = known[index - 1];
    if (!before?.name || at >= before.at) return [];
    return [{ path, message: RECORD_WORDS.outOfOrder({ earlier: before.name }) }];
  });
}
