import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly to: readonly string[];
  readonly raw: string;
  readonly id: string;
  readonly text: string;
}

/** An SMTP server that keeps what it is handed, or refuses it as it is told. */
export class MailReceiver {
  readonly mails: ReceivedMail[] = [];
  /** The reply to the next mails, in place of 250; null takes them. */
  refusal: number | null = null;

  private constructor(private readonly server: SMTPServer) {}

  static async start(): Promise<MailReceiver> {
    const server = new SMTPServer({
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const to = session.envelope.rcptTo.map(({ address }) => address);
          done(receiver.take(to, Buffer.concat(chunks).toString('utf8')));
        });
      },
    });
    const receiver = new MailReceiver(server);
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    return receiver;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  /** Those that came since it was last asked. */
  take(to: readonly string[], raw: string): Error | null {
    if (this.refusal !== null) return Object.assign(new Error('not now'), { responseCode: this.refusal });
    const [, id = ''] = /^Message-ID: <([^@]+)@/im.exec(raw) ?? [];
    this.mails.push({ to, raw, id, text: textOf(raw) });
    return null;
  }

  drain(): ReceivedMail[] {
    return this.mails.splice(0);
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}

function textOf(raw: string): string {
  const at = raw.indexOf('\r\n\r\n');
  const [head, body] = [raw.slice(0, at), raw.slice(at + 4)];
  if (/^Content-Transfer-Encoding: base64/im.test(head))
    return Buffer.from(body, 'base64').toString('utf8').trim();
  if (!/^Content-Transfer-Encoding: quoted-printable/im.test(head)) return body.trim();
  const bytes = body
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/=([\dA-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8').trim();
}
