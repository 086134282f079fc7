import type { ExampleNeed } from './example-file.js';
import type { Ask } from './example-stage.js';

const SEEN = /* GraphQL */ `
  query {
    networks(first: 100) {
      edges {
        node {
          id
          code
          convener {
            code
          }
          needCategories {
            id
            code
          }
        }
      }
    }
    needs(first: 100) {
      edges {
        node {
          id
          title
          state
          version
        }
      }
    }
  }
`;
const DRAFT = /* GraphQL */ `
  mutation ($input: CreateNeedInput!) {
    createNeed(input: $input) {
      id
      title
      state
      version
    }
  }
`;
const CLAIM = /* GraphQL */ `
  mutation ($needId: ID!) {
    answer: claimNeed(needId: $needId) {
      ... on Claim {
        need {
          id
          title
          state
          version
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`;

const STEPS = ['proposeNeed', 'takeNeed', 'openNeed'] as const;

const step = (name: (typeof STEPS)[number]): string => /* GraphQL */ `
  mutation ($id: ID!, $version: Int!) {
    answer: ${name}(id: $id, version: $version) {
      ... on Need { id title state version }
      ... on Refusal { message }
    }
  }
`;

interface Need {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly version: number;
}

interface SeenNetwork {
  readonly id: string;
  readonly code: string;
  readonly convener: { readonly code: string } | null;
  readonly needCategories: readonly { readonly id: string; readonly code: string | null }[];
}

interface Seen {
  readonly networks: { readonly edges: readonly { readonly node: SeenNetwork }[] };
  readonly needs: { readonly edges: readonly { readonly node: Need }[] };
}

/** Posts needs, takes them and claims them as the units do; what an earlier run has done is not done again. */
export async function playNeeds(ask: Ask, needs: readonly ExampleNeed[]): Promise<void> {
  for (const need of needs) await playNeed(ask, need);
}

async function playNeed(
  ask: Ask,
  { unit, network, category, until, claimedBy, input }: ExampleNeed,
): Promise<void> {
  const seen = await ask<Seen>(unit, SEEN);
  const known = seen.needs.edges.find(({ node }) => node.title === input.title)?.node;
  const { id: networkId, convener, needCategories } = getNetwork(seen, network);
  const categoryId = needCategories.find(({ code }) => code === category)?.id;
  const draft = { input: { ...input, networkId, categoryId } };
  let need = known ?? (await ask<{ createNeed: Need }>(unit, DRAFT, draft)).createNeed;
  const move = async (who: string, name: (typeof STEPS)[number], from: string): Promise<void> => {
    if (need.state !== from) return;
    need = expectDone(await ask<Answer>(who, step(name), { id: need.id, version: need.version }));
  };
  await move(unit, 'proposeNeed', 'DRAFT');
  if (until === 'PROPOSED') return;
  await move(convener?.code ?? unit, 'takeNeed', 'PROPOSED');
  await move(convener?.code ?? unit, 'openNeed', 'TAKEN');
  if (claimedBy && need.state === 'OPEN') await ask<Answer>(claimedBy, CLAIM, { needId: need.id });
}

type Answer = { answer: Need & { message?: string } };

function expectDone({ answer }: Answer): Need {
  if (answer.message) throw new Error(answer.message);
  return answer;
}

function getNetwork({ networks }: Seen, code: string): SeenNetwork {
  const found = networks.edges.find(({ node }) => node.code === code)?.node;
  if (!found) throw new Error(`There is no network ${code} in the example.`);
  return found;
}
