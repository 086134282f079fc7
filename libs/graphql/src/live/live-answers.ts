import type { FormattedExecutionResult } from 'graphql';
import type { Look, Looks } from './look.js';

/** What is told at one moment, as the client reads it; null for nothing. */
export interface LiveAnswer {
  readonly result: FormattedExecutionResult;
  readonly isLast: boolean;
}

type Answer = IteratorResult<FormattedExecutionResult, undefined>;

const DONE: Answer = { done: true, value: undefined };

/**
 * The answers of one subscription, the next only when the client has been sent the last: what changed meanwhile comes in
 * one. No generator, as one that waits cannot be told to end.
 */
export class LiveAnswers implements AsyncGenerator<FormattedExecutionResult, undefined> {
  private hasEnded = false;

  constructor(
    private readonly looks: Looks,
    private readonly tell: (look: Look) => Promise<LiveAnswer | null>,
    private readonly ended: () => void,
  ) {}

  get isOver(): boolean {
    return this.hasEnded;
  }

  async next(): Promise<Answer> {
    while (!this.hasEnded) {
      const { done, value: look } = await this.looks.next();
      if (done) return this.return();
      const told = await this.tell(look);
      // What was asked for before it was ended is read by nobody, or by who has used its id again.
      if (!told || this.isOver) continue;
      if (told.isLast) await this.return();
      return { done: false, value: told.result };
    }
    return DONE;
  }

  async return(): Promise<Answer> {
    if (!this.hasEnded) {
      this.hasEnded = true;
      this.ended();
      await this.looks.return?.();
    }
    return DONE;
  }

  async throw(error: unknown): Promise<Answer> {
    await this.return();
    throw error;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }
}
