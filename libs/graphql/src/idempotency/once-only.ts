import {
  keepAnswer,
  NotSignedIn,
  takeKey,
  type KeyedRequest,
  type Manner,
  type RequestScope,
  type TenantTransaction,
} from '#tenancy';
import { ApiError } from '../errors/api-error.js';
import { found } from '../errors/found.js';
import { Refused } from '../refusals/refusal.js';
import { GRAPHQL_WORDS } from '../words/graphql-words.js';

export const KEY_HEADER = 'Idempotency-Key';

type FindNode = (tx: TenantTransaction, globalId: string) => Promise<object | null>;

/** A request with a key: it acts once, and a repetition is told the first answer, as far as it may still be seen. */
export class OnceOnly {
  firstAnswer: string | null = null;
  /** The things of which the answer tells something. */
  readonly shown = new Set<string>();
  private hasActed = false;

  constructor(
    private readonly request: KeyedRequest,
    private readonly findNode: FindNode,
  ) {}

  /** A refusal is an answer too: it is kept, though what came before it is taken back. */
  async act<T>(scope: RequestScope, act: (tx: TenantTransaction) => Promise<T>, how: Manner): Promise<T> {
    const outcome = await scope.write(async (tx) => {
      await this.expectNew(tx);
      return tx.attempt(() => act(tx)).catch(refusalOf);
    }, how);
    this.hasActed = true;
    if (outcome instanceof Refused) throw outcome;
    return outcome;
  }

  /** Stores the answer in the transaction of the effect; if it cannot be, there is no effect either. */
  async keep(scope: RequestScope, answer: string): Promise<void> {
    if (!this.hasActed) return;
    try {
      await scope.read(async (tx) => {
        const shown = await this.listLeft(tx);
        await keepAnswer(tx, this.request, JSON.stringify({ shown, answer }));
      });
    } catch (error) {
      // Who has just signed out has no post to keep it for, and may sign out again.
      if (error instanceof NotSignedIn) return;
      await scope.discard();
      throw error;
    }
  }

  private async expectNew(tx: TenantTransaction): Promise<void> {
    const standing = await takeKey(tx, this.request);
    switch (standing.is) {
      case 'NEW':
        return;
      case 'IN_USE':
        throw new ApiError('CONFLICT', GRAPHQL_WORDS.keyAtWork({ header: KEY_HEADER }));
      case 'OF_ANOTHER_REQUEST':
        throw ApiError.badInput([{ path: KEY_HEADER, message: GRAPHQL_WORDS.keyOfAnother }]);
      case 'ANSWERED':
        this.firstAnswer = await this.openAnswer(tx, standing.answer);
        throw new ApiError('CONFLICT', GRAPHQL_WORDS.keyAnswered);
    }
  }

  /** What the act itself has taken away cannot be looked for when it is repeated. */
  private async listLeft(tx: TenantTransaction): Promise<string[]> {
    const ids = [...this.shown];
    const things = await Promise.all(ids.map((id) => this.findNode(tx, id)));
    return ids.filter((_, index) => things[index] !== null);
  }

  /** Every thing that the answer tells of must still be there to see. */
  private async openAnswer(tx: TenantTransaction, kept: string): Promise<string> {
    const { shown, answer } = JSON.parse(kept) as { shown: string[]; answer: string };
    for (const id of shown) found(await this.findNode(tx, id));
    return answer;
  }
}

function refusalOf(error: unknown): Refused {
  if (error instanceof Refused) return error;
  throw error;
}
