import { readsOf } from '#reads';
import { ExternalAccount } from './external-account.entity.js';

export const EXTERNAL_ACCOUNT_READS = readsOf(ExternalAccount, 'ExternalAccount', () => ({}));
