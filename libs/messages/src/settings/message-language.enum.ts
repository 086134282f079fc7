import { registerEnumType } from '@nestjs/graphql';

/** In which language it is told. */
export enum MessageLanguage {
  EN = 'en',
  ZH = 'zh',
}

registerEnumType(MessageLanguage, {
  name: 'MessageLanguage',
  description: 'The language of messages.',
  valuesMap: { EN: { description: 'English.' }, ZH: { description: 'Chinese (中文).' } },
});
