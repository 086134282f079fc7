import { createHash } from 'node:crypto';

/** The same name gives the same id in every run, as scattered as a random one. */
export function idOf(...name: readonly (string | number)[]): string {
  const hex = createHash('md5').update(name.join('/')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}
