import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from '../errors/api-error.js';
import { rateLimitHeaders, type Allowance, type RequestLimit, type RequestLimits } from './request-limit.js';

/** Counts a request of a route beside GraphQL as GraphQL counts its own, so that no door is cheaper than another. */
export class RouteCount {
  private readonly allowances = new Map<RequestLimit, Allowance>();

  private constructor(
    private readonly limits: RequestLimits,
    private readonly reply: FastifyReply,
  ) {}

  /** Before a token is looked at. @throws ApiError TOO_MANY_REQUESTS when nothing is left to the address */
  static begin(limits: RequestLimits, request: FastifyRequest, reply: FastifyReply): RouteCount {
    const count = new RouteCount(limits, reply);
    count.take(limits.address, request.ip);
    return count;
  }

  /** One request of the post; called again for each further piece of work that would be one over GraphQL. */
  takeOfPost(postId: string): void {
    this.take(this.limits.post, postId);
  }

  private take(limit: RequestLimit, key: string): void {
    const allowance = limit.admit(key);
    this.allowances.set(limit, allowance);
    void this.reply.headers(rateLimitHeaders([...this.allowances.values()]));
    if (allowance.retryAfter > 0) throw new ApiError('TOO_MANY_REQUESTS');
  }
}
