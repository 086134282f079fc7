import { Config } from '#config';
import { Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { NotTaken } from '../message/not-taken.js';

const PATIENCE_MS = 10_000;

export interface Mail {
  /** The same for each delivery of one message. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Hands plain mails in at the operator’s server. */
@Injectable()
export class Mailer {
  constructor(private readonly config: Config) {}

  get isOffered(): boolean {
    return this.config.mail !== null;
  }

  /** @throws NotTaken when the server does not answer, or refuses */
  async send({ id, to, subject, text }: Mail): Promise<void> {
    const { mail } = this.config;
    if (!mail) throw new NotTaken('REFUSED');
    const transport = createTransport({
      url: mail.smtpUrl,
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    await this.handIn(transport, {
      from: mail.from,
      // Parsed nowhere: an address is one address.
      to: { name: '', address: to },
      subject: subject.replaceAll(/\s+/g, ' '),
      text,
      messageId: `<${id}@${mail.from.slice(mail.from.lastIndexOf('@') + 1)}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  }

  private async handIn(transport: Transporter, mail: Parameters<Transporter['sendMail']>[0]): Promise<void> {
    try {
      await transport.sendMail(mail);
    } catch (error) {
      // What went wrong would name the address.
      throw new NotTaken(isForGood(error) ? 'REFUSED' : 'UNREACHABLE');
    } finally {
      transport.close();
    }
  }
}

/** A reply of 5yz to what was said of this mail; to the sign-in it is the operator’s to mend. */
function isForGood(error: unknown): boolean {
  if (!(error instanceof Error) || Reflect.get(error, 'code') === 'EAUTH') return false;
  return Number(Reflect.get(error, 'responseCode')) >= 500;
}
