import { script } from '../test/scripted-api.js';
import { graphql } from './graphql.js';

const TITLES = graphql(`
  query ($after: String, $kinds: [OfferKind!]) {
    offers(first: 2, after: $after, filter: { kinds: $kinds }) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          title
        }
      }
    }
  }
`);

const page = (titles: readonly string[], endCursor: string | null, hasNextPage: boolean) => ({
  body: {
    data: {
      offers: { edges: titles.map((title) => ({ node: { title } })), pageInfo: { endCursor, hasNextPage } },
    },
  },
});

describe('a list', () => {
  it('is gone through page by page, with its filter', async () => {
    const { client, sent } = script([page(['a', 'b'], 'cursor-b', true), page(['c'], 'cursor-c', false)]);
    const titles: string[] = [];
    for await (const { title } of client.each(TITLES, { kinds: ['VENUE'] }, ({ offers }) => offers))
      titles.push(title);
    expect(titles).toEqual(['a', 'b', 'c']);
    expect(sent.map(({ variables }) => variables)).toEqual([
      { kinds: ['VENUE'], after: null },
      { kinds: ['VENUE'], after: 'cursor-b' },
    ]);
  });

  it('is read no further than it is used', async () => {
    const { client, sent } = script([page(['a', 'b'], 'cursor-b', true)]);
    const first = await client.each(TITLES, {}, ({ offers }) => offers).next();
    expect([first.value, sent.length]).toEqual([{ title: 'a' }, 1]);
  });

  it('goes on from where it is told to', async () => {
    const { client, sent } = script([page([], null, false)]);
    for await (const { title } of client.each(TITLES, { after: 'cursor-b' }, ({ offers }) => offers))
      throw new Error(title);
    expect(sent.map(({ variables }) => variables)).toEqual([{ after: 'cursor-b' }]);
  });

  it('that stands still is not read for ever', async () => {
    const { client } = script([page(['a'], 'cursor', true), page(['a'], 'cursor', true)]);
    const all = async () => {
      for await (const { title } of client.each(TITLES, {}, ({ offers }) => offers)) expect(title).toBe('a');
    };
    await expect(all()).rejects.toThrow('pass $after to it');
  });

  it('of a thing that is not there has no entries', async () => {
    const { client } = script([{ body: { data: { network: null } } }]);
    const entries = client.each(TITLES, {}, () => null);
    expect(await entries.next()).toEqual({ done: true, value: undefined });
  });
});
