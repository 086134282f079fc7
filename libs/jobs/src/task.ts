import { z } from 'zod';

type IdShape = Readonly<Record<string, z.ZodUUID>>;

/** What stands in the queue for one job: ids alone, as the queue is behind no wall. */
export interface JobPayload<Ids> {
  regionId: string;
  unitId: string;
  ids: Ids;
}

/**
 * One kind of job: its name in the queue and the ids it needs, known to who adds it and to who handles it.
 * A released name keeps its ids, as jobs of the release before may still be waiting.
 */
export class Task<Shape extends IdShape = IdShape> {
  private readonly payload;

  constructor(
    readonly name: string,
    ids: Shape,
  ) {
    this.payload = z.strictObject({ regionId: z.uuid(), unitId: z.uuid(), ids: z.strictObject(ids) });
  }

  /** @throws Error naming each path at which it holds something other than the task's ids */
  parse(payload: unknown): JobPayload<IdsOf<Shape>> {
    const parsed = this.payload.safeParse(payload);
    if (parsed.success) return parsed.data;
    const problems = parsed.error.issues.map(
      ({ path, message }) => `${path.join('.') || 'payload'}: ${message}`,
    );
    throw new Error(`This is no payload of a job "${this.name}": ${problems.join('; ')}.`);
  }
}

export type IdsOf<Shape extends IdShape> = z.infer<z.ZodObject<Shape>>;
export type { IdShape };
