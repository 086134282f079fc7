import { serverAudits } from 'graphql-http';
import { startTestApi, type TestApi } from '../support/test-api.js';

/** What we do otherwise on purpose, as argued in docs/decisions/0007-words-and-limits-at-the-edge.md. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  '572B': 'a document that cannot be parsed is refused with 400, whatever media type is asked for',
  FDE2: 'a document that does not fit the schema is refused with 400, whatever media type is asked for',
  '7B9B': 'variables that do not fit are refused with 400, whatever media type is asked for',
  '5A70': 'a GET that a foreign page could send needs a header of its own (CSRF)',
  D6D5: 'as 5A70',
  '6A70': 'as 5A70',
};

/** GraphQL over HTTP, as its own audits ask for it, over a real socket. */
describe('GraphQL over HTTP', () => {
  let api: TestApi;
  let url: string;

  beforeAll(async () => {
    api = await startTestApi();
    await api.app.listen(0, '127.0.0.1');
    url = `${await api.app.getUrl()}/graphql`;
  });

  afterAll(() => api.close());

  const audits = serverAudits({ url: () => url, fetchFn: fetch }).map(({ id, name, fn }) => ({
    id,
    name,
    fn,
  }));

  it.each(audits.filter(({ id }) => !(id in EXCEPTIONS)))('$id: the API $name', async ({ fn }) => {
    expect(await fn()).toMatchObject({ status: 'ok' });
  });

  it.each(audits.filter(({ id }) => id in EXCEPTIONS))(
    '$id: the API does not: $name',
    async ({ name, fn }) => {
      expect(name).not.toMatch(/^MUST/);
      expect(await fn()).toMatchObject({ response: { status: 400 } });
    },
  );

  it('has no exception to an audit that there is not', () => {
    const known = audits.map(({ id }) => id);
    expect(Object.keys(EXCEPTIONS).filter((id) => !known.includes(id))).toEqual([]);
  });
});
