import type { ExampleOffer } from './example-file.js';
import type { Ask } from './example-stage.js';

const OWN = /* GraphQL */ `
  query {
    me {
      post {
        unit {
          id
          code
        }
      }
    }
    networks(first: 100) {
      edges {
        node {
          id
          code
        }
      }
    }
    offers(first: 100) {
      edges {
        node {
          id
          title
          state
          version
          unit {
            id
          }
        }
      }
    }
  }
`;
const DRAFT = /* GraphQL */ `
  mutation ($input: CreateOfferInput!) {
    createOffer(input: $input) {
      id
      title
      state
      version
    }
  }
`;
const PUBLISH = /* GraphQL */ `
  mutation ($id: ID!, $version: Int!, $networkIds: [ID!]!) {
    publishOffer(id: $id, version: $version, networkIds: $networkIds) {
      __typename
      ... on Refusal {
        message
      }
    }
  }
`;

interface Offer {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly version: number;
}

interface Own {
  readonly me: { readonly post: { readonly unit: { readonly id: string } } };
  readonly networks: { readonly edges: readonly { readonly node: { id: string; code: string } }[] };
  readonly offers: { readonly edges: readonly { readonly node: Offer & { unit: { id: string } } }[] };
}

/** Drafts and publishes as the owner does; what an earlier run has done is not done again. Ids by code. */
export async function playOffers(ask: Ask, offers: readonly ExampleOffer[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const offer of offers) ids.set(offer.code, await playOffer(ask, offer));
  return ids;
}

async function playOffer(ask: Ask, { unit, networks, input }: ExampleOffer): Promise<string> {
  const own = await ask<Own>(unit, OWN);
  const unitId = own.me.post.unit.id;
  const known = own.offers.edges.find(({ node }) => node.unit.id === unitId && node.title === input.title);
  const offer = known?.node ?? (await ask<{ createOffer: Offer }>(unit, DRAFT, { input })).createOffer;
  if (offer.state !== 'DRAFT') return offer.id;
  const networkIds = own.networks.edges.flatMap(({ node }) => (networks.includes(node.code) ? node.id : []));
  const { publishOffer } = await ask<{ publishOffer: { message?: string } }>(unit, PUBLISH, {
    id: offer.id,
    version: offer.version,
    networkIds,
  });
  if (publishOffer.message) throw new Error(`${input.title}: ${publishOffer.message}`);
  return offer.id;
}
