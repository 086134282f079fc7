/** Where the libraries above say what they have of each kind: what collects it knows none of it. */
export abstract class KindRegistry<Kind extends string, Registered> {
  private readonly kinds = new Map<Kind, Registered>();

  protected constructor(private readonly kindOf: (one: Registered) => Kind) {}

  register(kinds: readonly Registered[]): void {
    for (const one of kinds) {
      const kind = this.kindOf(one);
      if (this.kinds.has(kind)) throw new Error(`${kind} is registered twice.`);
      this.kinds.set(kind, one);
    }
  }

  get(kind: Kind): Registered {
    const known = this.find(kind);
    if (!known) throw new Error(`Nobody has registered ${kind}.`);
    return known;
  }

  find(kind: Kind): Registered | null {
    return this.kinds.get(kind) ?? null;
  }

  /** By name, whoever was loaded first. */
  list(): readonly Registered[] {
    return this.names().flatMap((kind) => this.find(kind) ?? []);
  }

  names(): Kind[] {
    return [...this.kinds.keys()].toSorted();
  }
}
