import type { Config } from '#config';

/**
 * Placeholder: fills an empty database with the example network, as the owner.
 * @returns the file with the accounts to try, or null when there is none
 */
export async function loadExample(_config: Config, _ownerUrl: string): Promise<string | null> {
  return null;
}
