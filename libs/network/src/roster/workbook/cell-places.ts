import type { Words } from '#graphql';
import { nameOf, type CellPlace, type WorkbookProblem } from '#sheets';
import type { RosterProblem } from '../roster-error.js';

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
    const lead = path === '' ? '' : `${path} `;
    return { ...fallback, message: { en: `${lead}${message.en}`, zh: `${lead}${message.zh}` } };
  }

  /** A problem may speak of another entry by its path. */
  private inCells({ en, zh }: Words): Words {
    return { en: this.withCells(en), zh: this.withCells(zh) };
  }

  private withCells(message: string): string {
    return message.replaceAll(/\b[a-zA-Z]+\[\d+\][\w.[\]]*/g, (path) => {
      const place = this.places.get(path);
      return place ? nameOf(place) : path;
    });
  }
}
