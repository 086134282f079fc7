import { createHash } from 'node:crypto';

/** Nothing runs and nothing is fetched: the page has its own style, and sends nothing but a form of its own, if it has one. */
export function policyOf(style: string, sends: 'nothing' | 'its form' = 'nothing'): string {
  const digest = createHash('sha256').update(style).digest('base64');
  return [
    "default-src 'none'",
    `style-src 'sha256-${digest}'`,
    "base-uri 'none'",
    sends === 'nothing' ? "form-action 'none'" : "form-action 'self'",
    "frame-ancestors 'none'",
    // A sandbox would send the form from nowhere; without scripts there is nothing to hold in.
    ...(sends === 'nothing' ? ['sandbox'] : []),
  ].join('; ');
}
