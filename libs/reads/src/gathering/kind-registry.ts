/** Where the libraries above say what they have of each kind: what collects it knows none of it. */
export abstract class KindRegistry<Kind extends string, Registered extends { readonly kind: Kind }> {
  private readonly kinds = new Map<Kind, Registered>();

  register(kinds: readonly Registered[]): void {
    for (const one of kinds) {
      if (this.kinds.has(one.kind)) throw new Error(`${one.kind} is registered twice.`);
      this.kinds.set(one.kind, one);
    }
  }

  get(kind: Kind): Registered {
    const known = this.kinds.get(kind);
    if (!known) throw new Error(`Nobody has registered ${kind}.`);
    return known;
  }

  /** By name, whoever was loaded first. */
  list(): readonly Registered[] {
    return [...this.kinds.values()].toSorted((one, other) => (one.kind < other.kind ? -1 : 1));
  }
}
