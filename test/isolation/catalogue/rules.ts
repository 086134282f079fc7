import { KEY_RULES } from './key-rules.js';
import { POLICY_RULES } from './policy-rules.js';
import { ROLE_RULES } from './role-rules.js';
import { TABLE_RULES } from './table-rules.js';

/** What the database's own catalogue must say of every table, key, policy, function and role. */
export const RULES = { ...TABLE_RULES, ...KEY_RULES, ...POLICY_RULES, ...ROLE_RULES };

export type RuleName = keyof typeof RULES;
