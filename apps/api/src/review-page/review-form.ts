/** What a form says, before anybody has judged it. */
export interface SentForm {
  readonly mark: number | null;
  /** Breaks of lines as one character; blank at neither end. */
  readonly comment: string;
}

/** Null for what no page of ours sends: bytes that are no UTF-8, a field given twice or one that there is not. */
export function readReviewForm(body: unknown): SentForm | null {
  const fields = Buffer.isBuffer(body) ? readFields(body) : null;
  if (!fields) return null;
  const { mark = '', comment = '' } = fields;
  return {
    mark: /^\d$/.test(mark) ? Number(mark) : null,
    comment: comment.replaceAll(/\r\n?/g, '\n').trim(),
  };
}

function readFields(body: Buffer): { mark?: string; comment?: string } | null {
  const fields: Record<string, string> = {};
  try {
    for (const pair of new TextDecoder('utf-8', { fatal: true }).decode(body).split('&').filter(Boolean)) {
      const [name = '', value = ''] = pair
        .split(/=(.*)/s)
        .map((part) => decodeURIComponent(part.replaceAll('+', ' ')));
      if (!['mark', 'comment'].includes(name) || name in fields) return null;
      fields[name] = value;
    }
  } catch {
    return null;
  }
  return fields;
}
