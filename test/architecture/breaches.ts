import type { RULES } from './rules.js';

/** Files of a toy repository, and what the rule must say of them. */
interface Breach {
  readonly files: Readonly<Record<string, string>>;
  readonly offence: string;
}

/** For every rule: what somebody might one day write. */
export const BREACHES: Readonly<Record<keyof typeof RULES, readonly Breach[]>> = {
  'every library stands in the import table': [
    { files: { 'libs/loyalty/src/index.ts': '' }, offence: 'loyalty' },
  ],
  'a library imports only what the table lets it': [
    {
      files: { 'libs/tenancy/src/a.ts': `import { Post } from '#network';` },
      offence: 'libs/tenancy/src/a.ts imports #network',
    },
    {
      files: { 'libs/network/src/a.ts': `import {\n  type Offer,\n} from '#resources';` },
      offence: 'libs/network/src/a.ts imports #resources',
    },
    {
      files: { 'libs/database/src/a.ts': `export { Clock } from '#tenancy';` },
      offence: 'libs/database/src/a.ts imports #tenancy',
    },
    {
      files: { 'libs/config/src/a.ts': `const a = await import('#database');` },
      offence: 'libs/config/src/a.ts imports #database',
    },
  ],
  'a library is entered by its front door, and leaves by those of others': [
    {
      files: {
        'libs/resources/src/a.ts': `import type { Post } from '../../network/src/post/post.entity.js';`,
      },
      offence: 'libs/resources/src/a.ts imports ../../network/src/post/post.entity.js',
    },
    {
      files: { 'apps/api/src/a.ts': `import '../../../libs/network/src/index.js';` },
      offence: 'apps/api/src/a.ts imports ../../../libs/network/src/index.js',
    },
    {
      files: { 'libs/network/src/a.ts': `import { Post } from '#network';` },
      offence: 'libs/network/src/a.ts imports #network',
    },
    {
      files: { 'apps/api/src/a.ts': `import { Post } from '#network/src/post';` },
      offence: 'apps/api/src/a.ts imports #network/src/post',
    },
    {
      files: { 'libs/network/src/a.ts': `import { startApi } from '../../../apps/api/src/start.js';` },
      offence: 'libs/network/src/a.ts imports ../../../apps/api/src/start.js',
    },
    {
      files: { 'libs/network/src/a.ts': `import { makeTempDir } from '../../../test/support/temp-dir.js';` },
      offence: 'libs/network/src/a.ts imports ../../../test/support/temp-dir.js',
    },
  ],
  'no file imports itself, however long the way': [
    {
      files: {
        'libs/network/src/a.ts': `import type { B } from './b.js';`,
        'libs/network/src/b.ts': `import { c } from './c/c.js';`,
        'libs/network/src/c/c.ts': `import { type A } from '../a.js';`,
      },
      offence:
        'libs/network/src/a.ts → libs/network/src/b.ts → libs/network/src/c/c.ts → libs/network/src/a.ts',
    },
    {
      files: {
        'libs/network/src/index.ts': `export { a } from './a.js';`,
        'libs/network/src/a.ts': `import type { B } from '#resources';`,
        'libs/resources/src/index.ts': `import { a } from '#network';`,
      },
      offence:
        'libs/network/src/index.ts → libs/network/src/a.ts → libs/resources/src/index.ts → libs/network/src/index.ts',
    },
  ],
  'every import of ours leads to a file': [
    { files: { 'apps/api/src/a.ts': `import '#networks';` }, offence: 'apps/api/src/a.ts imports #networks' },
  ],
  'a front door lists what it shows': [
    {
      files: { 'libs/network/src/index.ts': `export * from './post.js';` },
      offence: 'libs/network/src/index.ts',
    },
  ],
  'nothing is tied by forwardRef': [
    {
      files: { 'libs/network/src/a.ts': `imports: [forwardRef(() => B)]` },
      offence: 'libs/network/src/a.ts',
    },
  ],
  'a file is named after what it does': ['utils.ts', 'date-helper.ts', 'common/a.ts', 'post.manager.ts'].map(
    (name) => ({ files: { [`libs/network/src/${name}`]: '' }, offence: `libs/network/src/${name}` }),
  ),
  'exports have names': [
    { files: { 'apps/api/src/a.ts': `export default class A {}` }, offence: 'apps/api/src/a.ts' },
  ],
  'the present and new ids come from tenancy': [
    'const now = new Date();',
    'const now = Date.now();',
    `import { randomUUID } from 'node:crypto';`,
    'const now = Temporal.Now.instant();',
  ].map((text) => ({ files: { 'libs/resources/src/a.ts': text }, offence: 'libs/resources/src/a.ts' })),
  'tenant rows are written by the transaction, which leaves audit lines': [
    'await tx.manager.update(Post, key, { until });',
    'await tx.query(`UPDATE post SET until = $2 WHERE region_id = $1`, [tx.regionId, until]);',
  ].map((text) => ({ files: { 'libs/network/src/a.ts': text }, offence: 'libs/network/src/a.ts' })),
  'settings come from config': [
    {
      files: { 'libs/resources/src/a.ts': `const port = process.env.PORT;` },
      offence: 'libs/resources/src/a.ts',
    },
  ],
  'a spec whose API types are not those of the API runs in a context of its own': [
    {
      files: { 'libs/graphql/src/a.spec.ts': `@ObjectType()\nclass Toy {}` },
      offence: 'libs/graphql/src/a.spec.ts',
    },
    {
      files: {
        'libs/graphql/test/toy.ts': `@InputType({ description: 'A toy.' })\nexport class Toy {}`,
        'libs/graphql/test/toys.cases.ts': `import { Toy } from './toy.js';`,
        'test/a.e2e-spec.ts': `import '../libs/graphql/test/toys.cases.js';`,
      },
      offence: 'test/a.e2e-spec.ts',
    },
  ],
  'an exported class says why it is there': [
    { files: { 'libs/network/src/a.ts': `export class A {}` }, offence: 'libs/network/src/a.ts: A' },
    {
      files: {
        'libs/network/src/a.ts': `/** Of another. */\nconst b = 1;\n\n@Entity()\nexport abstract class A {}`,
      },
      offence: 'libs/network/src/a.ts: A',
    },
  ],
};
