import { MS_PER_DAY, MS_PER_MINUTE } from '#calendar';
import type { ExampleOffer, ExampleRequest } from './example-file.js';
import type { Ask } from './example-stage.js';

const LOOKED_AT_DAYS = 45;

const SEEN = /* GraphQL */ `
  query ($offer: ID!, $from: DateTime!, $to: DateTime!) {
    networks(first: 100) {
      edges {
        node {
          id
          code
        }
      }
    }
    node(id: $offer) {
      ... on Offer {
        free(from: $from, to: $to) {
          startsAt
          endsAt
        }
      }
    }
    bookings(filter: { offerId: $offer, side: TAKEN }, first: 100) {
      edges {
        node {
          id
          purpose
          state
          version
        }
      }
    }
  }
`;
const REQUEST = /* GraphQL */ `
  mutation ($input: RequestBookingInput!) {
    requestBooking(input: $input) {
      ... on Booking {
        id
        purpose
        state
        version
      }
      ... on Refusal {
        message
      }
    }
  }
`;
const CONFIRM = /* GraphQL */ `
  mutation ($id: ID!, $version: Int!) {
    answer: confirmBooking(id: $id, version: $version) {
      ... on Refusal {
        message
      }
    }
  }
`;
const DECLINE = /* GraphQL */ `
  mutation ($id: ID!, $version: Int!, $remark: String) {
    answer: declineBooking(id: $id, version: $version, remark: $remark) {
      ... on Refusal {
        message
      }
    }
  }
`;

interface Booking {
  readonly id: string;
  readonly purpose: string;
  readonly state: string;
  readonly version: number;
}

interface Span {
  readonly startsAt: string;
  readonly endsAt: string;
}

interface Seen {
  readonly networks: { readonly edges: readonly { readonly node: { id: string; code: string } }[] };
  readonly node: { readonly free: readonly Span[] };
  readonly bookings: { readonly edges: readonly { readonly node: Booking }[] };
}

interface Stage {
  readonly offers: readonly ExampleOffer[];
  /** By the code of the offer. */
  readonly offerIds: ReadonlyMap<string, string>;
  /** The instant of the run, which requests are dated from. */
  readonly now: Date;
}

/** Asks and answers as the units do; what an earlier run has done is not done again. */
export async function playRequests(
  ask: Ask,
  requests: readonly ExampleRequest[],
  stage: Stage,
): Promise<void> {
  for (const request of requests) {
    const booking = await findOrRequest(ask, request, stage);
    if (request.answer && booking.state === 'REQUESTED') await answer(ask, request, booking, stage);
  }
}

async function findOrRequest(ask: Ask, request: ExampleRequest, stage: Stage): Promise<Booking> {
  const { unit, network, purpose, heads } = request;
  const offerId = stage.offerIds.get(request.offer);
  const from = new Date(stage.now.getTime() + request.daysAhead * MS_PER_DAY);
  const to = new Date(from.getTime() + LOOKED_AT_DAYS * MS_PER_DAY);
  const seen = await ask<Seen>(unit, SEEN, {
    offer: offerId,
    from: from.toISOString(),
    to: to.toISOString(),
  });
  const known = seen.bookings.edges.find(({ node }) => node.purpose === purpose);
  if (known) return known.node;
  const input = {
    offerId,
    networkId: seen.networks.edges.find(({ node }) => node.code === network)?.node.id,
    ...firstSpan(seen.node.free, request),
    purpose,
    heads,
  };
  const { requestBooking } = await ask<{ requestBooking: Booking & { message?: string } }>(unit, REQUEST, {
    input,
  });
  expectDone(purpose, requestBooking.message);
  return requestBooking;
}

async function answer(
  ask: Ask,
  request: ExampleRequest,
  { id, version }: Booking,
  stage: Stage,
): Promise<void> {
  const { purpose, remark } = request;
  const owner = stage.offers.find(({ code }) => code === request.offer)?.unit ?? '';
  const document = request.answer === 'CONFIRM' ? CONFIRM : DECLINE;
  const done = await ask<{ answer: { message?: string } }>(owner, document, { id, version, remark });
  expectDone(purpose, done.answer.message);
}

function firstSpan(free: readonly Span[], { offer, minutes }: ExampleRequest): Span {
  const length = minutes * MS_PER_MINUTE;
  const span = free.find(({ startsAt, endsAt }) => Date.parse(endsAt) - Date.parse(startsAt) >= length);
  if (!span)
    throw new Error(`${offer} is not free for ${minutes} minutes in the next ${LOOKED_AT_DAYS} days.`);
  return { startsAt: span.startsAt, endsAt: new Date(Date.parse(span.startsAt) + length).toISOString() };
}

function expectDone(purpose: string, refusal: string | undefined): void {
  if (refusal !== undefined) throw new Error(`${purpose}: ${refusal}`);
}
