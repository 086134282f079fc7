import { Refused } from '#graphql';

/** A refusal is handed back, so that others of the same act can be judged too; for what writes nothing. */
export async function orRefused<T>(judge: () => Promise<T>): Promise<T | Refused> {
  try {
    return await judge();
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}
