import { AccountPapers, Certificates, RankingPapers, type RankingPaper } from '#evaluations';
import { answerHttpError, fromGlobalId, LANGUAGE_TAGS } from '#graphql';
import { PRINTED_PAGE_POLICY } from '#print';
import { HucreWorkbooks } from '#sheets';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { readPrinted, type PrintedSettings } from '../read-printed.js';
import { sendPage } from '../send-page.js';
import { sendWorkbook } from '../send-workbook.js';
import { accountPage } from './account-page.js';
import { CERTIFICATE_POLICY, certificatePage } from './certificate-page.js';
import { rankingPage, rankingSheets } from './ranking-page.js';

type ThingRequest = FastifyRequest<{ Params: { id: string } }>;

/**
 * With the same token as the API, for whoever reads the data there: `GET /evaluation-rounds/<id>/ranking.html` and
 * `.xlsx`, and `/recognitions/<id>/certificate.html`, which are hung up; `/evaluation-rounds/<id>/draft.html` for the
 * committee; `/evaluation-standings/<id>/account.html`, the worked account of a nomination.
 */
export function registerEvaluationPages(app: NestFastifyApplication, settings: PrintedSettings): void {
  const workbooks = new HucreWorkbooks();
  const errorHandler: RouteShorthandOptions['errorHandler'] = (error, request, reply) =>
    answerHttpError(error, request, reply, settings.log);
  const readRanking = (request: ThingRequest, reply: FastifyReply): Promise<RankingPaper> =>
    readPrinted(settings, request, reply, (tx) =>
      app.get(RankingPapers, { strict: false }).find(tx, fromGlobalId('EvaluationRound', request.params.id)),
    );
  const routes = app.getHttpAdapter().getInstance();
  routes.get(
    '/evaluation-rounds/:id/ranking.html',
    { errorHandler },
    async (request: ThingRequest, reply) => {
      const page = rankingPage(await readRanking(request, reply));
      return sendPage(reply, { page, policy: PRINTED_PAGE_POLICY, language: 'zh' });
    },
  );
  routes.get(
    '/evaluation-rounds/:id/ranking.xlsx',
    { errorHandler },
    async (request: ThingRequest, reply) => {
      const file = await workbooks.write(rankingSheets(await readRanking(request, reply)));
      void reply.header('content-language', LANGUAGE_TAGS.zh);
      return sendWorkbook(reply, 'ranking.xlsx', file);
    },
  );
  routes.get('/evaluation-rounds/:id/draft.html', { errorHandler }, async (request: ThingRequest, reply) => {
    const paper = await readPrinted(settings, request, reply, (tx) =>
      app
        .get(RankingPapers, { strict: false })
        .findDraft(tx, fromGlobalId('EvaluationRound', request.params.id)),
    );
    return sendPage(reply, { page: rankingPage(paper), policy: PRINTED_PAGE_POLICY, language: 'zh' });
  });
  routes.get(
    '/evaluation-standings/:id/account.html',
    { errorHandler },
    async (request: ThingRequest, reply) => {
      const paper = await readPrinted(settings, request, reply, (tx) =>
        app
          .get(AccountPapers, { strict: false })
          .find(tx, fromGlobalId('EvaluationStanding', request.params.id)),
      );
      return sendPage(reply, { page: accountPage(paper), policy: PRINTED_PAGE_POLICY, language: 'zh' });
    },
  );
  routes.get('/recognitions/:id/certificate.html', { errorHandler }, async (request: ThingRequest, reply) => {
    const paper = await readPrinted(settings, request, reply, (tx) =>
      app.get(Certificates, { strict: false }).find(tx, fromGlobalId('Recognition', request.params.id)),
    );
    return sendPage(reply, { page: certificatePage(paper), policy: CERTIFICATE_POLICY, language: 'zh' });
  });
}
