import { UploadGate } from './upload-gate.js';

describe('UploadGate', () => {
  /** Work that goes on until it is let go. */
  function hold(gate: UploadGate, postId: string): { end: () => void; done: Promise<void> } {
    let end = (): void => {};
    const done = gate.pass(postId, () => new Promise<void>((resolve) => (end = resolve)));
    return { end: () => end(), done };
  }
  const pass = (gate: UploadGate, postId: string): Promise<string> => gate.pass(postId, async () => 'in');

  it('lets a post send two files at once, and the next when one of them is done', async () => {
    const gate = new UploadGate();
    const [one, other] = [hold(gate, 'a'), hold(gate, 'a')];
    await expect(pass(gate, 'a')).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    expect(await pass(gate, 'b')).toBe('in');
    one.end();
    await one.done;
    expect(await pass(gate, 'a')).toBe('in');
    other.end();
    await other.done;
  });

  it('holds eight in all, and forgets those that failed', async () => {
    const gate = new UploadGate();
    await expect(gate.pass('z', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    const held = ['a', 'b', 'c', 'd'].flatMap((post) => [hold(gate, post), hold(gate, post)]);
    await expect(pass(gate, 'e')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    for (const { end } of held) end();
    await Promise.all(held.map(({ done }) => done));
    expect(await pass(gate, 'e')).toBe('in');
  });
});
