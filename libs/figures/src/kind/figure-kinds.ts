import { Injectable } from '@nestjs/common';
import { coverageOf } from '../coverage/coverage.figures.js';
import { FigureName } from './figure-name.enum.js';
import type { FigureKind } from './figure-kind.js';

/** Where the libraries above define their figures: this one adds them up, and knows none of them. */
@Injectable()
export class FigureKinds {
  private readonly kinds = new Map<FigureName, FigureKind>();
  private readonly parts: string[] = [];

  register(kinds: readonly FigureKind[]): void {
    for (const one of kinds) {
      if (this.kinds.has(one.name)) throw new Error(`${one.name} is registered twice.`);
      this.kinds.set(one.name, one);
    }
  }

  /** A SELECT of network_id, unit_id and month: when units took part in what the library knows. */
  registerParts(parts: readonly string[]): void {
    this.parts.push(...parts);
  }

  get(name: FigureName): FigureKind {
    if (name === FigureName.COVERAGE) return coverageOf(this.parts);
    const known = this.kinds.get(name);
    if (!known) throw new Error(`Nobody has registered ${name}.`);
    return known;
  }

  /** As they are named, whoever was loaded first. */
  list(): readonly FigureKind[] {
    return Object.values(FigureName).map((name) => this.get(name));
  }
}
