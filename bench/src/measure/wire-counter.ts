import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SOCKET_NAME = '.s.PGSQL.5432';
const COMMAND_COMPLETE = 'C'.charCodeAt(0);
const HEADER = 5;

/** A way long enough that what is sent without waiting arrives together. */
const THERE_MS = 3;

/** What has gone over the wire between a server and its database. */
export interface WireCount {
  /** Statements that the database has completed, transaction control included. */
  readonly statements: number;
  /** Those of them that read rows. */
  readonly selects: number;
  /** How often something was sent that waited for what came before. */
  readonly roundTrips: number;
}

/** Stands between a server and its database, and counts by reading the protocol. */
export class WireCounter {
  private readonly dir: string;
  private readonly target: string;
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  private statements = 0;
  private selects = 0;
  private roundTrips = 0;

  private constructor(dir: string, target: string) {
    this.dir = dir;
    this.target = target;
    this.server = createServer((client) => this.join(client));
  }

  /** @param databaseUrl one that names a socket folder, as the embedded server's does */
  static async open(databaseUrl: string): Promise<WireCounter> {
    const folder = new URL(databaseUrl).searchParams.get('host') ?? '';
    const dir = await mkdtemp(join(tmpdir(), 'lianjian-wire-'));
    const counter = new WireCounter(dir, join(folder, SOCKET_NAME));
    await new Promise<void>((resolve) => counter.server.listen(join(dir, SOCKET_NAME), resolve));
    return counter;
  }

  /** The same database through this counter. */
  urlFor(databaseUrl: string): string {
    const url = new URL(databaseUrl);
    url.searchParams.set('host', this.dir);
    return url.href;
  }

  count(): WireCount {
    const { statements, selects, roundTrips } = this;
    return { statements, selects, roundTrips };
  }

  async close(): Promise<void> {
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
    await rm(this.dir, { recursive: true, force: true });
  }

  private join(client: Socket): void {
    const database = connect(this.target);
    const read = this.reader();
    let held: Buffer[] = [];
    client.on('data', (chunk) => {
      held.push(chunk);
      if (held.length > 1) return;
      setTimeout(() => {
        this.roundTrips++;
        database.write(Buffer.concat(held));
        held = [];
      }, THERE_MS);
    });
    database.on('data', (chunk) => {
      read(chunk);
      client.write(chunk);
    });
    client.on('close', () => database.destroy());
    for (const socket of [client, database]) {
      this.sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => this.sockets.delete(socket));
    }
  }

  /** Messages are a letter, a length that counts itself, and a body; they may be cut anywhere. */
  private reader(): (chunk: Buffer) => void {
    let rest: Buffer = Buffer.alloc(0);
    return (chunk) => {
      rest = Buffer.concat([rest, chunk]);
      while (rest.length >= HEADER && rest.length > rest.readUInt32BE(1)) {
        const end = 1 + rest.readUInt32BE(1);
        if (rest[0] === COMMAND_COMPLETE) this.note(rest.toString('latin1', HEADER, end - 1));
        rest = rest.subarray(end);
      }
    };
  }

  private note(tag: string): void {
    this.statements++;
    if (tag.startsWith('SELECT')) this.selects++;
  }
}
