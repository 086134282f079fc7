import type { GraphQLSchema } from 'graphql';
import { accessToken } from '../../support/access-token-acts.js';
import type { World } from '../../support/world.js';

const REVOKE = `mutation ($id: ID!) { revokeAccessToken(id: $id) { name } }`;

/** What a mutation answers to programs that may not ask it, in the name of a post that may. */
export async function listTokenAnswers(
  world: World,
  schema: GraphQLSchema,
  asked: { field: string; account: string; document: string; variables: object },
): Promise<unknown[]> {
  const { field, account, document, variables } = asked;
  const extensions = schema.getMutationType()?.getFields()[field]?.extensions;
  const isOfPeople = extensions?.needsOwnSignIn === true || extensions?.permission?.kind === 'public';
  const answers: unknown[] = [];
  for (const access of isOfPeople ? (['READ', 'READ_WRITE'] as const) : (['READ'] as const)) {
    const { id, token } = await accessToken(world, account, { access });
    const { data, errors } = await world.withToken(token).tryAsk(document, variables);
    answers.push([data, errors?.map(({ extensions: { code } }) => code)]);
    await world.as(account).ask(REVOKE, { id });
  }
  return answers;
}

/** As it answers them. */
export const REFUSED = [null, ['FORBIDDEN']];
