import { settleMail } from '../../support/settle-mail.js';
import { REFUSAL, type WalkCase } from './walk-case.js';

const none = async () => ({});

/** How a post is told of things. */
export const MESSAGE_CASES: Readonly<Record<string, WalkCase>> = {
  'Query.messageSettings': {
    actor: 'clinic',
    document: (select) => `{ messageSettings ${select.of('MessageSettings', 1)} }`,
    ids: {},
    own: none,
  },
  'Query.messages': {
    actor: 'clinic',
    document: (select) => `{ messages ${select.of('MessageConnection', 3)} }`,
    ids: {},
    own: none,
  },
  'Query.nextMessage': {
    actor: 'clinic',
    document: (select) => `{ nextMessage ${select.of('NextMessage', 1)} }`,
    ids: {},
    own: none,
  },
  'Mutation.setMessageSettings': {
    actor: 'clinic',
    document: (select) =>
      `mutation ($input: MessageSettingsInput!) { setMessageSettings(input: $input) ${select.of('MessageSettings', 1)} }`,
    ids: {},
    own: async () => ({ input: { topics: ['WAITING'] } }),
  },
  'Mutation.confirmMailAddress': {
    actor: 'clinic',
    document: (select) =>
      `mutation ($code: String!) { confirmMailAddress(code: $code) { __typename ${REFUSAL} ... on MessageSettings ${select.of('MessageSettings', 1)} } }`,
    ids: {},
    own: async ({ world }) => ({ code: await settleMail(world, 'clinic') }),
  },
  'Mutation.sendTestMessage': {
    actor: 'clinic',
    document: (select) => `mutation { sendTestMessage ${select.of('Message', 1)} }`,
    ids: {},
    own: none,
  },
};
