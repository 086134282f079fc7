import type { FileService, FileStore, FileUploads } from '#files';
import type { ErrorLog, RequestLimits, TenantContext } from '#graphql';
import type { FastifyRequest } from 'fastify';

/** What the routes for bytes are made of. */
export interface FileParts {
  readonly contextOf: (request: FastifyRequest) => TenantContext;
  readonly uploads: FileUploads;
  readonly files: FileService;
  readonly store: FileStore;
  readonly log: ErrorLog;
  readonly limits: RequestLimits;
}
