import { FILES_WORDS } from '#files';
import { ApiError } from '#graphql';

const AT_ONCE = 8;
const AT_ONCE_OF_A_POST = 2;

/** Bodies are held whole while they are checked: this bounds the memory, and no single post can take all of it. */
export class UploadGate {
  private readonly busy = new Map<string, number>();

  /** @throws ApiError TOO_MANY_REQUESTS or UNAVAILABLE when there is no place */
  async pass<T>(postId: string, work: () => Promise<T>): Promise<T> {
    const mine = this.busy.get(postId) ?? 0;
    if (mine >= AT_ONCE_OF_A_POST)
      throw new ApiError('TOO_MANY_REQUESTS', FILES_WORDS.upload.atOnce({ most: AT_ONCE_OF_A_POST }));
    const all = [...this.busy.values()].reduce((sum, count) => sum + count, 0);
    if (all >= AT_ONCE) throw new ApiError('UNAVAILABLE', FILES_WORDS.upload.busy);
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
