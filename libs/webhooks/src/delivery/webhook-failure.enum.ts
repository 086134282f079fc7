import { registerEnumType } from '@nestjs/graphql';

/** Why a delivery was not taken. */
export enum WebhookFailure {
  UNREACHABLE = 'UNREACHABLE',
  REFUSED = 'REFUSED',
  FORBIDDEN_ADDRESS = 'FORBIDDEN_ADDRESS',
}

registerEnumType(WebhookFailure, {
  name: 'WebhookFailure',
  description: 'Why a delivery was not taken.',
  valuesMap: {
    UNREACHABLE: { description: 'Nobody answered within ten seconds.' },
    REFUSED: { description: 'The answer had another status, such as a redirect, which is not followed.' },
    FORBIDDEN_ADDRESS: { description: 'The name leads to an address that is not public: nothing was sent.' },
  },
});
