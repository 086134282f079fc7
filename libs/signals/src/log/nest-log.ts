import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

/** Lets Nest speak through the log: its failures as they are, its chatter for debugging alone. */
export class NestLog implements LoggerService {
  constructor(private readonly to: Logger) {}

  log(message: unknown): void {
    this.to.debug(String(message));
  }

  warn(message: unknown): void {
    this.to.warn(String(message));
  }

  error(message: unknown): void {
    this.to.error(String(message));
  }
}
