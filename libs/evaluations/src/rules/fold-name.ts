/** By which two names are one: ３号 is 3号, `Team A` is `team a`, and what stands around them does not count. */
export function foldName<Name extends string | null>(name: Name): Name {
  return (name?.normalize('NFKC').trim().toLowerCase() ?? null) as Name;
}
