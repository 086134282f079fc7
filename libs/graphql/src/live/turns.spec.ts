import { Turns } from './turns.js';

describe('turns', () => {
  /** Works until it is let go, in the order of its beginning. */
  const start = (most: number, count: number) => {
    const turns = new Turns(most);
    const begun: number[] = [];
    const ends: ((fault: Error | null) => void)[] = [];
    const all = Array.from({ length: count }, (_, at) =>
      turns.take(async () => {
        begun.push(at);
        const fault = await new Promise<Error | null>((resolve) => (ends[at] = resolve));
        if (fault) throw fault;
        return at;
      }),
    );
    return { turns, begun, all, end: (at: number, fault: Error | null = null) => ends[at]?.(fault) };
  };
  const settle = () => new Promise((resolve) => setImmediate(resolve));

  it('are never more at work than there may be, in the order in which they came', async () => {
    const { begun, all, end } = start(2, 5);
    await settle();
    expect(begun).toEqual([0, 1]);
    end(1);
    await settle();
    expect(begun).toEqual([0, 1, 2]);
    end(0);
    end(2);
    await settle();
    expect(begun).toEqual([0, 1, 2, 3, 4]);
    end(3);
    end(4);
    expect(await Promise.all(all)).toEqual([0, 1, 2, 3, 4]);
  });

  it('are handed on by who fails, and to who waits before who comes then', async () => {
    const { turns, begun, all, end } = start(1, 2);
    const failed = Promise.allSettled(all.slice(0, 1));
    await settle();
    end(0, new Error('broken off'));
    const late = turns.take(async () => begun.push(2));
    expect(await failed).toMatchObject([{ status: 'rejected' }]);
    await settle();
    expect(begun).toEqual([0, 1]);
    end(1);
    await late;
    expect(begun).toEqual([0, 1, 2]);
  });

  it('rest when nobody works or waits', async () => {
    const { turns, begun, end } = start(1, 2);
    const rested: string[] = [];
    const resting = turns.rest().then(() => rested.push('rested'));
    await settle();
    end(0);
    await settle();
    expect([begun, rested]).toEqual([[0, 1], []]);
    end(1);
    await resting;
    await turns.rest();
  });
});
