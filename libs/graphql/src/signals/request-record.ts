import { currentScope, type OperationKind, type Outcome, type Scope, type Span } from '#signals';

/** Who asked, as far as an operator needs to know: ids that say nothing to those who cannot read the tables. */
export interface RecordedActor {
  readonly regionId: string;
  readonly postId: string | null;
  readonly unitId: string;
}

/** What the platform notes of one request on its way. Nothing that the client wrote is in it but names of the schema. */
export class RequestRecord implements Scope {
  kind: OperationKind = 'none';
  /** The client's own name for it, cut down to what a name needs. */
  operation: string | null = null;
  /** Root fields, by their names in the schema. */
  fields: readonly string[] = [];
  cost: number | null = null;
  actor: RecordedActor | null = null;
  readonly errors: string[] = [];
  readonly refusals: string[] = [];

  constructor(
    readonly requestId: string,
    readonly span: Span | null,
    /** Only asked for when an error is put down, to strike out what the client sent. */
    readonly listSent: () => readonly string[],
  ) {}

  get outcome(): Outcome {
    if (this.errors.some((code) => code === 'INTERNAL' || code === 'UNAVAILABLE')) return 'failed';
    if (this.errors.length > 0) return 'rejected';
    return this.refusals.length > 0 ? 'refused' : 'ok';
  }
}

/** The record of the request that is under way. */
export function currentRequest(): RequestRecord | undefined {
  const scope = currentScope();
  return scope instanceof RequestRecord ? scope : undefined;
}
