const LITERALS = /'(?:[^']|'')*'|\$\$.*?\$\$|--.*?$/gms;

/** Tables that stay small however large a region grows; every other counts as big. */
const SMALL: ReadonlySet<string> = new Set(
  'region area network network_service_day need_category menu calendar_year calendar_day signing_key evaluation_round evaluation_criterion'.split(
    ' ',
  ),
);

type Rule = readonly [pattern: RegExp, offence: string];

const LATER = 'NOT VALID first, and VALIDATE CONSTRAINT in the next migration';

const RULES: readonly Rule[] = [
  [
    /^CREATE (UNIQUE )?INDEX (?!CONCURRENTLY)/i,
    'keeps writers out while it is built: CREATE INDEX CONCURRENTLY',
  ],
  [
    /^ALTER TABLE .*\bADD CONSTRAINT \w+ (CHECK|FOREIGN KEY)\b(?!.*\bNOT VALID\b)/is,
    `looks at every row under its lock: ${LATER}`,
  ],
  [
    /^ALTER TABLE .*\bADD CONSTRAINT \w+ (UNIQUE|PRIMARY KEY) (?!USING INDEX)/is,
    'builds its index under its lock: CREATE UNIQUE INDEX CONCURRENTLY first, then USING INDEX',
  ],
  [
    /^ALTER TABLE .*\bADD CONSTRAINT \w+ EXCLUDE\b/is,
    'builds its index under its lock, and has no other way: a new table',
  ],
  [/^ALTER TABLE .*\bALTER (COLUMN )?\w+ (SET DATA )?TYPE\b/is, 'may write the table anew: a new column'],
  [
    /^ALTER TABLE .*\bADD (COLUMN )?(?!CONSTRAINT).*\bGENERATED ALWAYS AS\b.*\bSTORED\b/is,
    'writes the table anew: a plain column, filled in portions',
  ],
  [
    /^ALTER TABLE .*\bADD (COLUMN )?(?!CONSTRAINT).*\bDEFAULT [\w.]*(uuid|random|nextval|clock_timestamp)\w*\(/is,
    'writes the table anew: a default of one value, or none',
  ],
  [/^(UPDATE|DELETE FROM)\b/i, 'goes through all rows in one transaction: portion by portion, by a job'],
  [/^(CLUSTER|LOCK TABLE|VACUUM FULL|REINDEX (?!.*CONCURRENTLY))/i, 'keeps everybody out'],
];

/** What the lint has to remember from one migration to the next. */
export interface LockHistory {
  /** `table.constraint`: constraints that every row is known to keep. */
  readonly validated: Set<string>;
}

/**
 * What statements of one migration would do to a table on which much is stored: keep writers, or everybody, out for as
 * long as reading or writing all of it takes. A table that the migration has made itself is empty.
 */
export function lintLocks(statements: readonly string[], history: LockHistory): string[] {
  const made = new Set<string>();
  const added = new Set<string>();
  return statements.flatMap((sql) => {
    const text = sql.replaceAll(LITERALS, "''").replaceAll(/\s+/g, ' ').trim();
    made.add(/^CREATE (?:UNLOGGED )?TABLE (?:IF NOT EXISTS )?(\w+)/i.exec(text)?.[1] ?? '');
    const table = tableOf(text);
    if (table === null || made.has(table) || SMALL.has(table)) return [];
    const offences = RULES.filter(([pattern]) => pattern.test(text)).map(([, offence]) => offence);
    return [...offences, ...lintSteps(text, table, added, history)].map((offence) => `${table}: ${offence}`);
  });
}

/** Rules that ask what came before. */
function lintSteps(text: string, table: string, added: Set<string>, { validated }: LockHistory): string[] {
  const [, anew] = /\bADD CONSTRAINT (\w+)/i.exec(text) ?? [];
  if (anew !== undefined) added.add(anew);
  const [, checked] = /\bVALIDATE CONSTRAINT (\w+)/i.exec(text) ?? [];
  if (checked !== undefined) validated.add(`${table}.${checked}`);
  const [, column] = /\bALTER (?:COLUMN )?(\w+) SET NOT NULL/i.exec(text) ?? [];
  const offences = [];
  if (checked !== undefined && added.has(checked))
    offences.push('is validated under the lock of its ADD CONSTRAINT: in the next migration');
  if (column !== undefined && !validated.has(`${table}.${table}_${column}_not_null`))
    offences.push(
      `looks at every row under its lock: validate CHECK (${column} IS NOT NULL) as ${table}_${column}_not_null first`,
    );
  return offences;
}

const TABLE =
  /^(?:ALTER TABLE (?:IF EXISTS )?(?:ONLY )?|UPDATE (?:ONLY )?|DELETE FROM (?:ONLY )?|CLUSTER |LOCK TABLE |VACUUM FULL |REINDEX TABLE |CREATE (?:UNIQUE )?INDEX .*? ON (?:ONLY )?)(?:public\.)?(\w+)/i;

function tableOf(text: string): string | null {
  return TABLE.exec(text)?.[1] ?? null;
}
