import { createHash } from 'node:crypto';

/** Nothing runs, nothing is fetched, nothing is sent: the page has its own style, and that alone. */
export function policyOf(style: string): string {
  const digest = createHash('sha256').update(style).digest('base64');
  return [
    "default-src 'none'",
    `style-src 'sha256-${digest}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    'sandbox',
  ].join('; ');
}
