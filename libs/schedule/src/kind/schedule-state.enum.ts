import { registerEnumType } from '@nestjs/graphql';

/** Whether what stands in a schedule will be. */
export enum ScheduleState {
  TENTATIVE = 'TENTATIVE',
  CONFIRMED = 'CONFIRMED',
  CANCELLED = 'CANCELLED',
}

registerEnumType(ScheduleState, {
  name: 'ScheduleState',
  description: 'Whether it will be.',
  valuesMap: {
    TENTATIVE: { description: 'It is asked for, and nobody has said yes (待定).' },
    CONFIRMED: { description: 'It is, or was, to be (确定).' },
    CANCELLED: { description: 'It was to be, and is called off (取消).' },
  },
});
