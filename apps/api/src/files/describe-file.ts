import type { File } from '#files';
import { toGlobalId } from '#graphql';

/** A file as the routes answer it, with the names of the type `File` in GraphQL. */
export function describeFile(file: File): Record<string, unknown> {
  const { name, mediaType, bytes, attachedAt } = file;
  const id = toGlobalId('File', file.id);
  return { id, name, mediaType, bytes, attachedAt, path: `/files/${id}` };
}
