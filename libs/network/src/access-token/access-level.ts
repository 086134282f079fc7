import type { TokenAccess } from '#tenancy';
import { registerEnumType } from '@nestjs/graphql';

export const AccessLevel = { READ: 'READ', READ_WRITE: 'READ_WRITE' } as const satisfies {
  [Access in TokenAccess]: Access;
};

registerEnumType(AccessLevel, {
  name: 'AccessLevel',
  description: 'What a program may do with an access token.',
  valuesMap: {
    READ: {
      description: 'Ask for everything that the post reads; every mutation and every upload is FORBIDDEN.',
    },
    READ_WRITE: {
      description:
        'Do what the post may do, but for what opens a way in: tokens, codes, passwords, sessions, posts and calendar addresses.',
    },
  },
});
