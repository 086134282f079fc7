import type { OidcSettings } from '#config';
import {
  answerHttpError,
  ApiError,
  RouteCount,
  type ErrorLog,
  type RequestLimits,
  type Words,
} from '#graphql';
import { AttemptLimit, ExternalProofs, SignedNotes } from '#network';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { z } from 'zod';
import { CALLBACK_PATH, OidcProvider } from './oidc-provider.js';
import { OIDC_WORDS } from './oidc.words.js';

const PATH = '/sign-in/oidc';
const COOKIE = 'lianjian_sign_in';
const PURPOSE = 'lianjian-external-flow+jwt';
const MINUTES = 10;

const Flow = z.object({
  region: z.string(),
  challenge: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
});

export interface OidcRouteSettings {
  readonly oidc: OidcSettings;
  readonly log: ErrorLog;
  readonly limits: RequestLimits;
}

/**
 * `GET /sign-in/oidc?region=310115&challenge=…` sends a browser to the provider; the provider sends it back to
 * `/sign-in/oidc/callback`, and that to the one page that the operator has named, with a code in the fragment.
 */
export function registerOidc(app: NestFastifyApplication, { oidc, log, limits }: OidcRouteSettings): void {
  const provider = new OidcProvider(oidc);
  const [notes, proofs, once] = [app.get(SignedNotes), app.get(ExternalProofs), app.get(AttemptLimit)];
  const cookie = cookieOf(oidc);
  const errorHandler: RouteShorthandOptions['errorHandler'] = (error, request, reply) =>
    answerHttpError(error, request, reply.header('cache-control', 'no-store'), log);
  const routes = app.getHttpAdapter().getInstance();

  routes.get(PATH, { errorHandler }, async (request, reply) => {
    RouteCount.begin(limits, request, reply);
    const wish = readWish(request);
    const { url, secrets } = await provider.begin();
    const note = await notes.sign(PURPOSE, { ...wish, ...secrets }, MINUTES);
    return send(reply.header('set-cookie', cookie(note, MINUTES * 60)), url.href);
  });

  routes.get(CALLBACK_PATH, { errorHandler }, async (request, reply) => {
    RouteCount.begin(limits, request, reply);
    void reply.header('set-cookie', cookie('', 0));
    const payload = await notes.read(PURPOSE, readCookie(request));
    if (!payload) throw new ApiError('BAD_REQUEST', OIDC_WORDS.notBegun);
    const { region: regionCode, challenge, ...secrets } = Flow.parse(payload);
    // Its own cookie does not make an answer good for a second time.
    if (!(await once.admit('externalState', secrets.state)))
      throw new ApiError('BAD_REQUEST', OIDC_WORDS.notBegun);
    const proven = await provider.finish(request.url.slice(CALLBACK_PATH.length), secrets);
    const code = await proofs.give({ ...proven, regionCode, challenge });
    return send(reply, `${oidc.returnUrl}#code=${encodeURIComponent(code)}`);
  });
}

function send(reply: FastifyReply, address: string): FastifyReply {
  return reply
    .headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
    .redirect(address, 303);
}

/** The provider’s answer is another site’s link to here, with which a Lax cookie comes along. */
function cookieOf({ publicUrl }: OidcSettings): (value: string, seconds: number) => string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  return (value, seconds) =>
    `${COOKIE}=${value}; Path=${PATH}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}

function readCookie({ headers }: FastifyRequest): string {
  return new RegExp(`(?:^|; *)${COOKIE}=([^;]*)`).exec(headers.cookie ?? '')?.[1] ?? '';
}

function readWish({ url }: FastifyRequest): { region: string; challenge: string } {
  const parameters = new URLSearchParams(url.split('?')[1] ?? '');
  const read = (path: string, form: RegExp, message: Words): string => {
    const [value = '', ...more] = parameters.getAll(path);
    if (form.test(value) && more.length === 0) return value;
    throw ApiError.badInput([{ path, message }]);
  };
  return {
    region: read('region', /^[A-Za-z0-9-]{1,32}$/, OIDC_WORDS.regionForm),
    challenge: read('challenge', /^[\w-]{43}$/, OIDC_WORDS.challengeForm),
  };
}
