import type { Span } from './tracing.js';

const BEGINS = /^(START TRANSACTION|BEGIN)\b/i;
const ENDS = /^(COMMIT|ROLLBACK)$/i;

/** What one connection is doing, in spans. */
export class TracedConnection {
  private transaction: Span | null = null;

  constructor(private readonly findParent: () => Span | null) {}

  /** A transaction that its last holder did not end has ended with the connection's return. */
  reset(): void {
    this.transaction?.end();
    this.transaction = null;
  }

  /** Sends a statement; its span ends with the answer. */
  hear(text: string, send: () => unknown): unknown {
    const parent = this.findParent();
    if (parent === null) return send();
    if (BEGINS.test(text)) this.transaction = parent.begin('transaction');
    const span = (this.transaction ?? parent).begin(verbOf(text), {
      'db.system.name': 'postgresql',
      'db.query.text': text,
    });
    const ended = ENDS.test(text) ? this.leave(text) : null;
    const finish = (failure?: string): void => {
      span.end(failure);
      ended?.end(failure);
    };
    return watch(send(), finish);
  }

  private leave(text: string): Span | null {
    const left = this.transaction;
    this.transaction = null;
    left?.tell({ 'lianjian.transaction.end': text.toUpperCase() });
    return left;
  }
}

function watch(answer: unknown, finish: (failure?: string) => void): unknown {
  if (!(answer instanceof Promise)) {
    finish();
    return answer;
  }
  answer.then(
    () => finish(),
    (error: unknown) => finish(codeOf(error)),
  );
  return answer;
}

/** The SQLSTATE: messages may quote values. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

function verbOf(text: string): string {
  return /^\s*(\w+)/.exec(text)?.[1]?.toUpperCase() ?? 'SQL';
}
