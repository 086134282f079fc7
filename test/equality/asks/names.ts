import { isObjectType, type GraphQLSchema } from 'graphql';

/** What is asked for under a name: the type it is asked of, the field with its arguments, and the type of its value. */
export interface Use {
  readonly on: string;
  readonly asked: string;
  readonly type: string;
}

/** The names in one object of an answer, so that no two things get one name. */
export class Names {
  private readonly taken = new Map<string, { readonly uses: Use[]; readonly beneath: Names }>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** The first of these names under which nothing else stands, and the names beneath it; null when there is none. */
  take(wished: readonly string[], use: Use): { name: string; beneath: Names } | null {
    for (const name of wished) {
      const { uses, beneath } = this.taken.get(name) ?? { uses: [], beneath: new Names(this.schema) };
      if (!uses.every((other) => this.goTogether(use, other))) continue;
      uses.push(use);
      this.taken.set(name, { uses, beneath });
      return { name, beneath };
    }
    return null;
  }

  /** As the specification has it: the same thing, or things of which an object can only have one. */
  private goTogether(one: Use, other: Use): boolean {
    if (one.type !== other.type) return false;
    const areKinds = [one.on, other.on].every((name) => isObjectType(this.schema.getType(name)));
    return one.asked === other.asked || (areKinds && one.on !== other.on);
  }
}
