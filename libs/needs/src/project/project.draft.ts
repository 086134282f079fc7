import { ApiError } from '#graphql';
import type { Project } from './project.entity.js';
import type { UpdateProjectInput } from './project.inputs.js';
import { PROJECT_WORDS } from './project.words.js';

type Said = Pick<Project, 'categoryId' | 'title' | 'what' | 'startsOn' | 'endsOn'>;

/** What has not happened to a project that was just started. */
export const UNTOUCHED = {
  begunAt: null,
  answeredAt: null,
  endedAt: null,
  reason: null,
  result: null,
  resultHeads: null,
  resultHours: null,
  reopenings: 0,
  version: 1,
} as const;

/** What is left out stays; null empties the days, and leaves the rest. */
export function changesOf({ startsOn, endsOn, ...kept }: UpdateProjectInput): Partial<Said> {
  const { categoryId, title, what } = kept;
  return {
    ...(typeof categoryId === 'string' && { categoryId }),
    ...(typeof title === 'string' && { title }),
    ...(typeof what === 'string' && { what }),
    ...(startsOn !== undefined && { startsOn }),
    ...(endsOn !== undefined && { endsOn }),
  };
}

/** @throws ApiError BAD_USER_INPUT for an end before the start */
export function expectDaysInOrder({ startsOn, endsOn }: Pick<Said, 'startsOn' | 'endsOn'>): void {
  if (startsOn === null || endsOn === null || startsOn <= endsOn) return;
  throw ApiError.badInput([{ path: 'input.endsOn', message: PROJECT_WORDS.endsBeforeStart }]);
}
