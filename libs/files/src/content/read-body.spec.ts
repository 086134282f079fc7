import { PassThrough, Readable } from 'node:stream';
import { MOST_BYTES, readBody } from './read-body.js';

const HALF = Buffer.alloc(MOST_BYTES / 2, 7);

describe('readBody', () => {
  it('gives what came, in pieces as it may be', async () => {
    expect(await readBody(Readable.from([Buffer.from('a'), Buffer.from('bc')]), 1000)).toEqual(
      Buffer.from('abc'),
    );
    expect(await readBody(Readable.from([]), 1000)).toEqual(Buffer.alloc(0));
  });

  it('takes ten megabytes, and not a byte more', async () => {
    expect(await readBody(Readable.from([HALF, HALF]), 1000)).toHaveLength(MOST_BYTES);
    const body = Readable.from([HALF, HALF, Buffer.from('x')]);
    await expect(readBody(body, 1000)).rejects.toMatchObject({ code: 'PAYLOAD_TOO_LARGE' });
    expect(body.destroyed).toBe(false);
  });

  it('gives up on one that does not end', async () => {
    const body = new PassThrough();
    body.write('a');
    await expect(readBody(body, 20)).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      message: 'The file did not arrive within 0.02 seconds.',
    });
    expect(body.destroyed).toBe(true);
  });

  it('says so when it breaks off', async () => {
    const body = new PassThrough();
    body.write('a');
    const read = readBody(body, 1000);
    body.destroy(new Error('ECONNRESET'));
    await expect(read).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      message: 'The file broke off on its way.',
    });
  });
});
