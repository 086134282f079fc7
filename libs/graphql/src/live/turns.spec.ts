import { Turns } from './turns.js';

describe('turns', () => {
  it('let no more work at a time than there are places, also who comes as one falls free', async () => {
    const turns = new Turns(1);
    let [atWork, most] = [0, 0];
    const work = async (): Promise<void> => {
      most = Math.max(most, (atWork += 1));
      await Promise.resolve();
      atWork -= 1;
    };
    const comers: Promise<void>[] = [];
    const first = turns.take(work).then(() => void comers.push(turns.take(work)));
    const second = turns.take(() => work().then(() => void comers.push(turns.take(work))));
    await Promise.all([first, second]);
    await turns.rest();
    await Promise.all(comers);
    expect([most, comers.length]).toEqual([1, 2]);
  });

  it('hand a place on whatever became of the work, and rest when nobody waits', async () => {
    const turns = new Turns(1);
    const done: number[] = [];
    const failing = turns.take(() => Promise.reject(new Error('It went wrong.')));
    const waiting = [1, 2].map((at) => turns.take(async () => void done.push(at)));
    await expect(failing).rejects.toThrow('It went wrong.');
    await turns.rest();
    expect(done).toEqual([1, 2]);
    await Promise.all(waiting);
  });
});
