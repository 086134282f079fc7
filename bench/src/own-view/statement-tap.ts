import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SOCKET_NAME = '.s.PGSQL.5432';
const [PARSE, BIND] = ['P'.charCodeAt(0), 'B'.charCodeAt(0)];
const HEADER = 5;

/** A statement as it was sent, with the text of its parameters. */
export interface SentStatement {
  readonly text: string;
  readonly values: readonly (string | null)[];
}

/** Stands between a server and its database, and keeps the last statement of a form that was sent. */
export class StatementTap {
  private readonly dir: string;
  private readonly form: RegExp;
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  private sent: SentStatement | null = null;

  private constructor(dir: string, target: string, form: RegExp) {
    this.dir = dir;
    this.form = form;
    this.server = createServer((client) => this.join(client, connect(target)));
  }

  /** @param databaseUrl one that names a socket folder, as the embedded server's does */
  static async open(databaseUrl: string, form: RegExp): Promise<StatementTap> {
    const folder = new URL(databaseUrl).searchParams.get('host') ?? '';
    const dir = await mkdtemp(join(tmpdir(), 'lianjian-tap-'));
    const tap = new StatementTap(dir, join(folder, SOCKET_NAME), form);
    await new Promise<void>((resolve) => tap.server.listen(join(dir, SOCKET_NAME), resolve));
    return tap;
  }

  /** The same database through this. */
  urlFor(databaseUrl: string): string {
    const url = new URL(databaseUrl);
    url.searchParams.set('host', this.dir);
    return url.href;
  }

  /** The last that was sent since this was asked. @throws when there is none */
  take(): SentStatement {
    const { sent } = this;
    this.sent = null;
    if (!sent) throw new Error(`No statement of the form ${this.form.source} was sent.`);
    return sent;
  }

  async close(): Promise<void> {
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
    await rm(this.dir, { recursive: true, force: true });
  }

  private join(client: Socket, database: Socket): void {
    const read = this.reader();
    client.on('data', (chunk) => {
      read(chunk);
      database.write(chunk);
    });
    database.on('data', (chunk) => client.write(chunk));
    client.on('close', () => database.destroy());
    for (const socket of [client, database]) {
      this.sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => this.sockets.delete(socket));
    }
  }

  /** The first message of a connection has no letter; the others have one, and a length that counts itself. */
  private reader(): (chunk: Buffer) => void {
    const texts = new Map<string, string>();
    let rest: Buffer = Buffer.alloc(0);
    let read = (): void => {
      if (rest.length < 4 || rest.length < rest.readUInt32BE(0)) return;
      rest = rest.subarray(rest.readUInt32BE(0));
      read = readMessages;
      readMessages();
    };
    const readMessages = (): void => {
      while (rest.length >= HEADER && rest.length > rest.readUInt32BE(1)) {
        const end = 1 + rest.readUInt32BE(1);
        this.note(rest[0] ?? 0, rest.subarray(HEADER, end), texts);
        rest = rest.subarray(end);
      }
    };
    return (chunk) => {
      rest = Buffer.concat([rest, chunk]);
      read();
    };
  }

  private note(letter: number, body: Buffer, texts: Map<string, string>): void {
    const [first, second, after] = twoTexts(body);
    if (letter === PARSE) texts.set(first, second);
    const text = letter === BIND ? texts.get(second) : undefined;
    if (text !== undefined && this.form.test(text)) this.sent = { text, values: valuesOf(body, after) };
  }
}

/** Two texts that end with a zero each, and where the rest begins. */
function twoTexts(body: Buffer): readonly [string, string, number] {
  const one = body.indexOf(0);
  const two = body.indexOf(0, one + 1);
  return [body.toString('utf8', 0, one), body.toString('utf8', one + 1, two), two + 1];
}

function valuesOf(body: Buffer, at: number): (string | null)[] {
  let place = at + 2 + 2 * body.readInt16BE(at);
  const count = body.readInt16BE(place);
  place += 2;
  return Array.from({ length: count }, () => {
    const length = body.readInt32BE(place);
    place += 4;
    if (length < 0) return null;
    place += length;
    return body.toString('utf8', place - length, place);
  });
}
