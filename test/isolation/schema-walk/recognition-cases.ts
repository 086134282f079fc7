import { list, step, type WalkCase } from './walk-case.js';

const RECOGNITION = { id: ['Recognition'] } as const;

/** The root fields of recognitions. */
export const RECOGNITION_CASES: Readonly<Record<string, WalkCase>> = {
  'Query.recognitions': {
    actor: 'clinic',
    document: list('recognitions', 'RecognitionFilter', 'RecognitionConnection', 'first: 3'),
    ids: { 'filter.networkId': ['Network'], 'filter.unitId': ['Unit'] },
    own: async ({ world, recognitions }) => {
      await recognitions.recorded();
      return { filter: { networkId: world.network('southeast'), unitId: world.unit('clinic') } };
    },
  },
  'Query.recognition': {
    actor: 'clinic',
    document: (select) => `query ($id: ID!) { recognition(id: $id) ${select.of('Recognition', 2)} }`,
    ids: RECOGNITION,
    own: async ({ recognitions }) => ({ id: (await recognitions.recorded()).id }),
  },
  'Mutation.recordRecognition': {
    actor: 'southeast-officer',
    document: (select) =>
      `mutation ($input: RecordRecognitionInput!) { recordRecognition(input: $input) ${select.of('Recognition', 1)} }`,
    ids: {
      'input.networkId': ['Network'],
      'input.unitId': ['Unit'],
      'input.projectId': ['Project'],
      'input.dishId': ['Dish'],
    },
    own: async ({ recognitions }) => ({ input: recognitions.input() }),
  },
  'Mutation.takeBackRecognition': {
    actor: 'southeast-committee',
    document: step('takeBackRecognition', 'Recognition', undefined, 'reason: "登记有误"'),
    ids: RECOGNITION,
    own: ({ recognitions }) => recognitions.recorded(),
  },
};
