/** Who may see a line, in columns of the line alone: every list opens it to more. */
export interface Audience {
  readonly units?: readonly (string | null)[];
  /** The unit of that code, whichever it is. */
  readonly unitCode?: string;
  /** Members of these networks, and stewards with them in scope. */
  readonly networks?: readonly string[];
  /** The committees of these networks. */
  readonly committees?: readonly string[];
  /** These persons, through whichever post. */
  readonly people?: readonly string[];
}

/** How the writes of one entity become lines. */
export interface AuditRule<Row> {
  /** The API's type of the thing that the line is about; told by the row where it may hang on several. */
  readonly thing: string | ((row: Row) => string);
  /** For a row that is a part of that thing: the thing's id. */
  readonly partOf?: (row: Row) => string;
  /** Whoever may see such a row in that state. */
  readonly seenBy: (row: Row) => Audience;
  /** Columns that repeat what other rows or the line itself say. */
  readonly leaveOut?: readonly (keyof Row & string)[];
  /** Columns of which only is said that they changed; `select: false` makes a column one. */
  readonly secret?: readonly (keyof Row & string)[];
  /** What a write is called; the state entered, CREATED or CHANGED by default. */
  readonly actOf?: (before: Row | null, after: Row) => string | null;
  /** The act stands in the actor's own name, whichever unit's rights the row is written with; always, or as it is then. */
  readonly isActorsOwn?: true | ((row: Row) => boolean);
}

type EntityClass<Row> = abstract new () => Row;

const RULES = new WeakMap<object, AuditRule<never> | null>();
const REASONS = new WeakMap<object, string>();

/** Every write of this entity leaves a line, which those may see who may see the row. */
export function Audited<Row extends object>(rule: AuditRule<Row>): (entity: EntityClass<Row>) => void {
  return (entity) => void RULES.set(entity, rule);
}

/** Writes of this entity leave no line: say why. */
export function Unaudited(reason: string): (entity: EntityClass<object>) => void {
  return (entity) => {
    RULES.set(entity, null);
    REASONS.set(entity, reason);
  };
}

/** The rule of the entity or of what it extends; undefined when neither says anything. */
export function findAuditRule<Row>(entity: unknown): AuditRule<Row> | null | undefined {
  for (let type = entity; typeof type === 'function'; type = Object.getPrototypeOf(type) as unknown) {
    const rule = RULES.get(type);
    if (rule !== undefined) return rule as AuditRule<Row> | null;
  }
  return undefined;
}

/** Why the entity leaves no lines; null for one that does. */
export function findUnauditedReason(entity: object): string | null {
  return REASONS.get(entity) ?? null;
}
