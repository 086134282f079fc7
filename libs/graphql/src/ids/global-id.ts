const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The uuid of nothing. A malformed id, or one of another type, is read as this one: it is then looked up and
 * missed exactly as a random id is, by the same statements, and the answer tells nothing.
 */
export const NOWHERE = '00000000-0000-0000-0000-000000000000';

export interface GlobalId<T extends string = string> {
  readonly type: T;
  readonly id: string;
}

const hexes = new Map<string, string>();

function hexOf(type: string): string {
  const hex = hexes.get(type) ?? Buffer.from(type).toString('hex');
  hexes.set(type, hex);
  return hex;
}

/** Opaque to clients: base64url of the 16 bytes and the type's name. */
export function toGlobalId(type: string, id: string): string {
  if (!UUID.test(id)) throw new Error(`${type} has "${id}" for an id, which is no uuid in lower case.`);
  return Buffer.from(id.replaceAll('-', '') + hexOf(type), 'hex').toString('base64url');
}

/** The uuid inside an id of this type, else NOWHERE. */
export function fromGlobalId(type: string, globalId: string): string {
  return findGlobalId([type], globalId)?.id ?? NOWHERE;
}

/** Null when the id is malformed or of none of these types: answer as for an unknown one. */
export function findGlobalId<T extends string>(types: readonly T[], globalId: string): GlobalId<T> | null {
  const bytes = Buffer.from(globalId, 'base64url');
  if (bytes.length < 17 || bytes.toString('base64url') !== globalId) return null;
  const name = bytes.subarray(16).toString();
  const type = types.find((known) => known === name);
  if (type === undefined) return null;
  const hex = bytes.subarray(0, 16).toString('hex');
  return { type, id: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') };
}
