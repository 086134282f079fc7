/** Where mails are handed in, and in whose name. */
export interface MailSettings {
  /** As `smtps://user:password@mail.example.org`. */
  readonly smtpUrl: string;
  /** The address that they come from. */
  readonly from: string;
}

interface Given {
  readonly SMTP_URL?: string | undefined;
  readonly MAIL_FROM?: string | undefined;
}

/** Null when no server is named: mail is not offered then. */
export function mailSettingsOf({ SMTP_URL: smtpUrl, MAIL_FROM: from }: Given): MailSettings | null {
  return smtpUrl && from ? { smtpUrl, from } : null;
}

/** Half a setting would leave mails unsent without a word. */
export function isHalfMail({ SMTP_URL, MAIL_FROM }: Given): boolean {
  return (SMTP_URL === undefined) !== (MAIL_FROM === undefined);
}

export function isSmtpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return ['smtp:', 'smtps:'].includes(protocol) && hostname !== '';
}
