import { ApiError } from '#graphql';
import { NeedCategory } from '#network';
import type { TenantTransaction } from '#tenancy';
import { NEED_WORDS } from '../need/need.words.js';
import type { Project } from './project.entity.js';
import type { UpdateProjectInput } from './project.inputs.js';
import { PROJECT_WORDS } from './project.words.js';

type Said = Pick<Project, 'categoryId' | 'title' | 'what' | 'startsOn' | 'endsOn'>;

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

/** @throws ApiError NOT_FOUND for a category of another network, BAD_USER_INPUT for one that is retired */
export async function expectUsableCategory(
  tx: TenantTransaction,
  categoryId: string,
  networkId: string,
): Promise<void> {
  const category = await tx.find(NeedCategory, categoryId);
  if (category?.networkId !== networkId) throw ApiError.notFound();
  if (category.retiredAt === null) return;
  throw ApiError.badInput([{ path: 'input.categoryId', message: NEED_WORDS.retiredCategory }]);
}
