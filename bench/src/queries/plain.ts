const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const OPAQUE = new Set(['__typename', 'cursor', 'endCursor', 'startCursor']);

/** The answer without what each server writes in its own way: ids become uuids, instants UTC, nulls and cursors go. */
export function plain(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => plain(one));
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([name, inner]) => inner !== null && !OPAQUE.has(name))
      .map(([name, inner]): [string, unknown] => [name, plain(inner, name)]);
    return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }
  if (typeof value !== 'string') return value;
  if (key === 'id') return UUID.test(value) ? value : uuidOf(value);
  return key.endsWith('At') ? new Date(value).toISOString() : value;
}

/** The first sixteen bytes of a global id. */
function uuidOf(globalId: string): string {
  const hex = Buffer.from(globalId, 'base64url').subarray(0, 16).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
