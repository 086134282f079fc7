import 'reflect-metadata';
import { findAuditRule, findUnauditedReason } from '#tenancy';
import { buildSchema, isObjectType } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { API_ENTITIES } from '../../apps/api/src/entities.js';

const SCHEMA = readFileSync(join(import.meta.dirname, '../../../schema.graphql'), 'utf8');

/** Things whose lines are shown elsewhere than on themselves, and where. */
const ELSEWHERE: Record<string, string> = {
  Account: 'Me',
};

describe('Every entity', () => {
  it('is audited, or says why not', () => {
    const undecided = API_ENTITIES.filter((entity) => findAuditRule(entity) === undefined);
    expect(undecided.map(({ name }) => name)).toEqual([]);
  });

  it.each(API_ENTITIES.filter((entity) => findAuditRule(entity) === null))(
    'that is not audited gives a reason: %p',
    (entity) => expect(findUnauditedReason(entity)).toMatch(/^.{10,}$/),
  );

  it('that is audited is of a thing whose lines can be read', () => {
    const schema = buildSchema(SCHEMA);
    const fieldsOf = (name: string): string[] => {
      const type = schema.getType(name);
      return type && 'getFields' in type ? Object.keys(type.getFields()) : [];
    };
    const named = API_ENTITIES.map((entity) => findAuditRule(entity)?.thing);
    // What a row tells by itself is what it hangs on, as files do.
    const carriers = Object.keys(schema.getTypeMap()).filter((name) => fieldsOf(name).includes('files'));
    const things = new Set([...named.filter((thing) => typeof thing === 'string'), ...carriers]);
    const unread = [...things].filter((thing) => !fieldsOf(ELSEWHERE[thing] ?? thing).includes('auditLines'));
    expect(unread).toEqual([]);
    expect(isObjectType(schema.getType('AuditLine'))).toBe(true);
  });
});
