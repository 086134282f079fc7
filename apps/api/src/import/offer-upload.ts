import { ApiError, type TenantContext } from '#graphql';
import { OfferIntake, OWN_OFFERS_FORM, readOfferRows, type OfferService, type TakenOffer } from '#resources';
import {
  findSheetProblems,
  nameOf,
  readForm,
  UnreadableWorkbook,
  type ReadSheet,
  type Workbooks,
  type WorkbookProblem,
} from '#sheets';
import type { GraphQLSchema } from 'graphql';
import { IMPORT_WORDS } from './import.words.js';

/** Each is a row of several statements, and they are stored in one transaction. */
export const MOST_OFFERS = 500;

/** Names every bad cell of what was sent; nothing of it was stored. */
export class SheetRefused extends Error {
  constructor(
    readonly sheets: readonly ReadSheet[],
    readonly problems: readonly WorkbookProblem[],
  ) {
    super('A workbook was refused.');
  }

  /** For who asked for JSON. */
  toApiError(): ApiError {
    return ApiError.badInput(this.problems.map((one) => ({ path: nameOf(one), message: one.message })));
  }
}

/** Ends a trial, so that everything it has done is taken back. */
class Tried extends Error {
  constructor(readonly taken: readonly TakenOffer[]) {
    super('This was a trial.');
  }
}

/** Takes offers of the caller's own unit from a workbook: as drafts, all or none. */
export class OfferUpload {
  private readonly intake: OfferIntake;

  constructor(
    private readonly workbooks: Workbooks,
    private readonly schema: () => GraphQLSchema,
    offers: OfferService,
  ) {
    this.intake = new OfferIntake(offers);
  }

  /**
   * @throws ApiError BAD_USER_INPUT for a file that is no workbook one would read
   * @throws SheetRefused for rows that cannot be taken
   */
  async take(context: TenantContext, file: Uint8Array, dryRun: boolean): Promise<readonly TakenOffer[]> {
    const sheets = await this.read(file);
    const found = findSheetProblems([OWN_OFFERS_FORM], sheets);
    const sheet = sheets.find(({ name }) => name === OWN_OFFERS_FORM.name);
    const form = sheet ? readForm(OWN_OFFERS_FORM, sheet) : { entries: [], problems: [] };
    if (form.entries.length > MOST_OFFERS)
      throw ApiError.badInput([{ path: 'body', message: IMPORT_WORDS.tooMany({ most: MOST_OFFERS }) }]);
    const { rows, problems } = await readOfferRows(this.schema(), form.entries);
    const all = [...found, ...form.problems, ...problems];
    if (all.length > 0) throw new SheetRefused(sheets, all);
    try {
      return await context.write(async (tx) => {
        const result = await this.intake.take(tx, rows);
        if (dryRun) throw new Tried(result.taken);
        return result.taken;
      });
    } catch (error) {
      if (error instanceof Tried) return error.taken;
      throw error;
    }
  }

  private async read(file: Uint8Array): Promise<readonly ReadSheet[]> {
    try {
      return await this.workbooks.read(file);
    } catch (error) {
      if (error instanceof UnreadableWorkbook)
        throw ApiError.badInput([{ path: 'body', message: error.words }]);
      throw error;
    }
  }
}
