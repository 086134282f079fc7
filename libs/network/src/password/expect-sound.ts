import { ApiError } from '#graphql';
import { PASSWORD_WORDS } from './password.words.js';

/** What the input alone cannot tell: the account's name is the first guess of whoever knows it. */
export function expectSound(password: string, accountName: string): void {
  if (password.trim().toLowerCase() !== accountName.toLowerCase()) return;
  throw ApiError.badInput([{ path: 'input.password', message: PASSWORD_WORDS.accountName }]);
}
