import { cellName, type CellProblem } from '#sheets';
import type { RosterProblem } from '../roster-error.js';

export type CellPlace = Omit<CellProblem, 'message'> & { readonly sheet: string };

/** One cell that cannot be taken. */
export interface WorkbookProblem extends CellPlace {
  readonly message: string;
}

/** Which cell a part of the roster came from. */
export class CellPlaces {
  private readonly places = new Map<string, CellPlace>();

  set(path: string, place: CellPlace): void {
    this.places.set(path, place);
  }

  /** The cell of that path, or of the nearest thing around it. */
  locate({ path, message }: RosterProblem, fallback: CellPlace): WorkbookProblem {
    for (let part = path; part !== ''; part = part.replace(/(^|\.)[^.[\]]*$|\[\d+\]$/, '')) {
      const place = this.places.get(part);
      if (place) return { ...place, message: this.inCells(message) };
    }
    return { ...fallback, message: path === '' ? message : `${path} ${message}` };
  }

  /** A problem may speak of another entry by its path. */
  private inCells(message: string): string {
    return message.replaceAll(/\b[a-zA-Z]+\[\d+\][\w.[\]]*/g, (path) => {
      const place = this.places.get(path);
      return place ? nameOf(place) : path;
    });
  }
}

/** `单位 Units!D3` */
export function nameOf({ sheet, row, column }: CellPlace): string {
  return `${sheet}!${cellName(row, column)}`;
}
