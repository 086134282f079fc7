import { script } from '../test/scripted-api.js';
import type { Client } from './client.js';
import { graphql, type Known, type ResultOf, type TypedDocument, type VariablesOf } from './graphql.js';
import type { Granted, Outcome, Refused } from './outcome.js';

/** Whether two types are the same, also where one could be used for the other. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Compiles only when what stands in it is true. */
const holds = <Law extends true>(): Law => true as Law;

const ANSWER = graphql(`
  mutation Withdraw($id: ID!, $version: Int!) {
    withdrawBooking(id: $id, version: $version) {
      __typename
      ... on Booking {
        state
      }
      ... on StaleVersion {
        currentVersion
      }
      ... on Refusal {
        message
      }
    }
  }
`);
const WHICH = { id: 'booking', version: 1 };

type Withdrawn = Awaited<ReturnType<typeof withdraw>>;
const withdraw = (client: Client) => client.mutate(ANSWER, WHICH);

describe('what a mutation answers', () => {
  const answering = (answer: unknown) => script([{ body: { data: { withdrawBooking: answer } } }]).client;

  it('has its refusals apart, each with its own fields', async () => {
    const booking = { __typename: 'Booking', state: 'WITHDRAWN' };
    const stale = { __typename: 'StaleVersion', currentVersion: 2, message: 'Somebody was faster.' };
    expect(await withdraw(answering(booking))).toEqual({ ok: true, value: booking });
    expect(await withdraw(answering(stale))).toEqual({ ok: false, refusal: stale });
  });

  it('is a no when its type is newer than the client', async () => {
    expect(await withdraw(answering({ __typename: 'MoonInTheWay' }))).toMatchObject({ ok: false });
  });

  it('is a yes when it is no thing', async () => {
    const SIGN_OUT = graphql(`
      mutation {
        __typename
        signOut
      }
    `);
    const { client } = script([{ body: { data: { signOut: true } } }]);
    expect(await client.mutate(SIGN_OUT)).toEqual({ ok: true, value: true });
  });

  it('cannot be told without its name, which is said before anything is sent', async () => {
    const NAMELESS = graphql(`
      mutation ($id: ID!, $version: Int!) {
        withdrawBooking(id: $id, version: $version) {
          ... on Refusal {
            message
          }
        }
      }
    `);
    const { client, sent } = script([]);
    await expect(client.mutate(NAMELESS, WHICH)).rejects.toThrow('asks for __typename');
    expect(sent).toEqual([]);
    type Nameless = Outcome<ResultOf<typeof NAMELESS>['withdrawBooking']>;
    expect(holds<Same<Nameless, 'Ask for __typename in what the mutation answers.'>>()).toBe(true);
  });
});

describe('types', () => {
  it('tell yes from no', () => {
    type Yes = { __typename: 'Booking'; state: ResultOf<typeof STATE>['state'] };
    type Stale = { __typename: 'StaleVersion'; currentVersion: number; message: string };
    type Wrong = { __typename: 'WrongState'; message: string };
    expect(holds<Same<Extract<Withdrawn, { ok: true }>['value'], Yes>>()).toBe(true);
    expect(holds<Same<Extract<Withdrawn, { ok: false }>['refusal'], Stale | Wrong>>()).toBe(true);
    expect(holds<Same<Outcome<boolean>, Granted<boolean>>>()).toBe(true);
    expect(
      holds<
        Same<
          Outcome<{ __typename: 'Booking' } | { __typename: 'WrongState' }>,
          Granted<{ __typename: 'Booking' }> | Refused<{ __typename: 'WrongState' }>
        >
      >(),
    ).toBe(true);
  });

  it('narrow refusals to the last one', () => {
    const sentence = (outcome: Withdrawn): string => {
      if (outcome.ok) return outcome.value.state;
      const { refusal } = outcome;
      switch (refusal.__typename) {
        case 'StaleVersion':
          return String(refusal.currentVersion);
        case 'WrongState':
          return refusal.message;
      }
      // Nothing is left: a refusal that is new in the schema stops this from compiling.
      return refusal satisfies never;
    };
    expect(sentence({ ok: false, refusal: { __typename: 'WrongState', message: 'No.' } })).toBe('No.');
  });

  it('say what is asked with, and what of it may be left out', () => {
    expect(holds<Same<VariablesOf<typeof ANSWER>, { id: string; version: number }>>()).toBe(true);
    expect(holds<Same<VariablesOf<typeof LIST>, { after?: string | null | undefined }>>()).toBe(true);
  });

  it('take scalars for text, enums for their values, and fragments for what they hold', () => {
    type Node = ResultOf<typeof LIST>['bookings']['edges'][number]['node'];
    expect(holds<Same<Node['startsAt'], string>>()).toBe(true);
    expect(holds<Same<Node['amount'], string | null>>()).toBe(true);
    expect(holds<Same<Extract<Node['state'], 'CONFIRMED'>, 'CONFIRMED'>>()).toBe(true);
    expect(holds<Same<Extract<Node['state'], 'MARRIED'>, never>>()).toBe(true);
  });

  it('may be asked when the schema has all their names', () => {
    expect(holds<Same<Known<ResultOf<typeof LIST>>, unknown>>()).toBe(true);
    expect(holds<Same<Known<ResultOf<typeof ANSWER>>, unknown>>()).toBe(true);
  });

  it('have nothing to read, and cannot be asked, at a name that the schema does not have', () => {
    const TYPO = graphql(`
      {
        bookings {
          totalCuont
        }
      }
    `);
    expect(holds<Same<ResultOf<typeof TYPO>['bookings']['totalCuont'], unknown>>()).toBe(true);
    expect(holds<Same<Known<ResultOf<typeof TYPO>>, 'The schema has no totalCuont there.'>>()).toBe(true);
    expect(TYPO).toBeDefined();
  });
});

const STATE = graphql(`
  fragment State on Booking {
    state
  }
`);

const LIST = graphql(
  `
    query ($after: String) {
      bookings(after: $after) {
        edges {
          node {
            startsAt
            amount
            ...State
          }
        }
      }
    }
  `,
  [STATE],
);

describe('a document', () => {
  it('is sent as it was written, with each fragment once', async () => {
    const TWICE = graphql(
      `
        {
          bookings {
            edges {
              node {
                ...State
              }
            }
          }
        }
      `,
      [STATE, STATE],
    );
    const { client, sent } = script([{ body: { data: {} } }]);
    await client.query(TWICE);
    expect(sent.map(({ query }) => query.match(/fragment State/g)?.length)).toEqual([1]);
  });

  it('that was made by something else is not sent', async () => {
    const { client } = script([]);
    const foreign: TypedDocument<unknown, Record<never, never>> = JSON.parse('{ "kind": "Document" }');
    expect(() => client.query(foreign)).toThrow('graphql(`…`)');
  });
});
