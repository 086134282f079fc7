import { registerEnumType } from '@nestjs/graphql';

/** Why a message did not reach anybody. */
export enum MessageFailure {
  REFUSED = 'REFUSED',
  UNREACHABLE = 'UNREACHABLE',
  TOO_OLD = 'TOO_OLD',
}

registerEnumType(MessageFailure, {
  name: 'MessageFailure',
  description: 'Why a message was not taken.',
  valuesMap: {
    REFUSED: { description: 'It was refused for good: the address is wrong.' },
    UNREACHABLE: { description: 'Nobody answered, or the answer was no for now.' },
    TOO_OLD: { description: 'It could not be sent within a day.' },
  },
});
