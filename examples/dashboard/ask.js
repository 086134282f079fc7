/** What went wrong, in a sentence for whoever looks at the page. */
export class Problem extends Error {}

const SENTENCES = {
  UNAUTHENTICATED: '令牌无效、已过期或已撤销，请换一个。',
  FORBIDDEN: '这个任职不能看这些内容。',
  TOO_MANY_REQUESTS: '问得太快了，请稍等片刻再刷新。',
  UNAVAILABLE: '服务正忙，请稍等片刻再刷新。',
};

/** A function that asks the API with a token, which is kept nowhere else. */
export function connect(api, token) {
  return async (query, variables = {}) => {
    const response = await fetch(api, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'accept-language': 'zh',
      },
      body: JSON.stringify({ query, variables }),
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(20_000),
    }).catch(() => {
      const why = `服务没有开，或没有允许本页的来源（ALLOWED_ORIGINS=${location.origin}）。`;
      throw new Problem(`连不上 ${api}：${why}`);
    });
    const { data, errors } = await response.json().catch(() => {
      throw new Problem(`${api} 不是联建的接口（状态 ${response.status}）。`);
    });
    if (!errors) return data;
    const { code, requestId } = errors[0].extensions ?? {};
    throw new Problem(SENTENCES[code] ?? `${errors[0].message}（${code}，请求号 ${requestId}）`);
  };
}

/** Every entry of a list, page by page. */
export async function all(ask, query, variables, listOf) {
  const entries = [];
  for (let after = null; ; ) {
    const { edges, pageInfo } = listOf(await ask(query, { ...variables, after }));
    entries.push(...edges.map(({ node }) => node));
    if (!pageInfo.hasNextPage) return entries;
    after = pageInfo.endCursor;
  }
}
