import { FILES_WORDS } from '#files';
import { ApiError } from '#graphql';

/** Bodies that are held at a time. */
const FILES_AT_ONCE = { all: 8, ofAPost: 2 };

/** Bodies are held whole while they are checked: this bounds the memory, and no single post can take all of it. */
export class UploadGate {
  private readonly busy = new Map<string, number>();

  constructor(private readonly most = FILES_AT_ONCE) {}

  /** @throws ApiError TOO_MANY_REQUESTS or UNAVAILABLE when there is no place */
  async pass<T>(postId: string, work: () => Promise<T>): Promise<T> {
    const mine = this.busy.get(postId) ?? 0;
    if (mine >= this.most.ofAPost)
      throw new ApiError('TOO_MANY_REQUESTS', FILES_WORDS.upload.atOnce({ most: this.most.ofAPost }));
    const all = [...this.busy.values()].reduce((sum, count) => sum + count, 0);
    if (all >= this.most.all) throw new ApiError('UNAVAILABLE', FILES_WORDS.upload.busy);
    this.busy.set(postId, mine + 1);
    try {
      return await work();
    } finally {
      this.leave(postId);
    }
  }

  private leave(postId: string): void {
    const left = (this.busy.get(postId) ?? 1) - 1;
    if (left > 0) this.busy.set(postId, left);
    else this.busy.delete(postId);
  }
}
