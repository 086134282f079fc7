import { readBody } from '#files';
import { ApiError, RouteCount } from '#graphql';
import { OWN_OFFERS_FORM, type TakenOffer } from '#resources';
import { markProblems, writeForm, type Workbooks } from '#sheets';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { expectMaySend, expectSignedIn } from '../files/expect-signed-in.js';
import type { FileParts } from '../files/file-parts.js';
import { expectPlainBody } from '../files/take-file.js';
import type { UploadGate } from '../files/upload-gate.js';
import { sendWorkbook } from '../send-workbook.js';
import { IMPORT_WORDS } from './import.words.js';
import { SheetRefused, type OfferUpload } from './offer-upload.js';

const WITHIN_MS = 60_000;

export interface ImportParts extends Pick<FileParts, 'contextOf' | 'log' | 'limits'> {
  readonly upload: OfferUpload;
  readonly workbooks: Workbooks;
}

/** GET /import/offers.xlsx: the sheet to be filled in. */
export async function answerTemplate(
  { contextOf, workbooks, limits }: ImportParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const count = RouteCount.begin(limits, request, reply);
  const context = contextOf(request);
  try {
    count.takeOfPost((await expectSignedIn(context)).postId);
  } finally {
    await context.close();
  }
  return sendWorkbook(reply, 'offers.xlsx', await workbooks.write([writeForm(OWN_OFFERS_FORM)]));
}

/** POST /import/offers.xlsx[?dryRun=true], the workbook as the body. */
export async function takeOffers(
  parts: ImportParts,
  gate: UploadGate,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const count = RouteCount.begin(parts.limits, request, reply);
  const context = parts.contextOf(request);
  try {
    const claims = await expectSignedIn(context);
    const { postId } = claims;
    count.takeOfPost(postId);
    expectMaySend(claims);
    const dryRun = readDryRun(request.query);
    expectPlainBody(request);
    const body = request.body instanceof Readable ? request.body : Readable.from([]);
    const taken = await gate.pass(postId, async () =>
      parts.upload.take(context, await readBody(body, WITHIN_MS), dryRun),
    );
    return await reply.send({ import: countsOf(taken, dryRun) });
  } catch (error) {
    if (error instanceof SheetRefused) return answerRefused(parts, error, request, reply);
    throw error;
  } finally {
    await context.close();
  }
}

/** A copy of what was sent shows a person where; a program asks for JSON. */
async function answerRefused(
  { workbooks }: ImportParts,
  refused: SheetRefused,
  { headers }: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (/\bjson\b/i.test(headers.accept ?? '')) throw refused.toApiError();
  const copy = markProblems([OWN_OFFERS_FORM], refused.sheets, refused.problems);
  void reply.code(400).header('x-problems', String(refused.problems.length));
  return sendWorkbook(reply, 'offers.problems.xlsx', await workbooks.write(copy));
}

function countsOf(taken: readonly TakenOffer[], dryRun: boolean): object {
  const stays = taken.filter(({ fate }) => fate === 'STAYS');
  return {
    dryRun,
    drafted: taken.filter(({ fate }) => fate === 'DRAFTED').length,
    unchanged: taken.filter(({ fate }) => fate === 'SAME').length,
    stays: stays.map(({ row, differs }) => ({ title: row.draft.terms.title, differs })),
  };
}

function readDryRun(query: unknown): boolean {
  const value: unknown = Object(query).dryRun ?? 'false';
  if (value === 'true' || value === 'false') return value === 'true';
  throw ApiError.badInput([{ path: 'dryRun', message: IMPORT_WORDS.trueOrFalse }]);
}
