import { LANGUAGE_TAGS, type Language } from '#graphql';
import type { FastifyReply } from 'fastify';

/** Answers with a page to be printed; what it may do stands in its policy. */
export function sendPage(
  reply: FastifyReply,
  { page, policy, language }: { readonly page: string; readonly policy: string; readonly language: Language },
): FastifyReply {
  return reply
    .headers({
      'content-language': LANGUAGE_TAGS[language],
      'content-security-policy': policy,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    })
    .type('text/html; charset=utf-8')
    .send(page);
}
