import type { Role } from '#tenancy';
import { registerEnumType } from '@nestjs/graphql';

/** The roles as an enum, as the API shows them. */
export const PostRole = {
  SECRETARY: 'SECRETARY',
  OFFICER: 'OFFICER',
  LIAISON: 'LIAISON',
  DEPUTY: 'DEPUTY',
  STEWARD: 'STEWARD',
  REPRESENTATIVE: 'REPRESENTATIVE',
} as const satisfies { [R in Role]: R };

registerEnumType(PostRole, {
  name: 'PostRole',
  description: 'What a post may do.',
  valuesMap: {
    SECRETARY: {
      description: 'Secretary of the committee (书记): calls, publishes, removes, appoints, rules.',
    },
    OFFICER: { description: 'Officer of the committee (干事): prepares, dispatches, checks in.' },
    LIAISON: { description: 'Liaison of a partner unit (联络员): speaks for it.' },
    DEPUTY: { description: 'Deputy of a liaison.' },
    STEWARD: {
      description:
        'Steward of the street office (街道党建办): sees figures and published things of a set of networks.',
    },
    REPRESENTATIVE: { description: 'Residents’ representative (居民代表): judges and reviews, for a time.' },
  },
});
