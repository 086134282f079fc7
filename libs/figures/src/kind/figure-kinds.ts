import { KindRegistry } from '#reads';
import { Injectable } from '@nestjs/common';
import { coverageOf } from '../coverage/coverage.figures.js';
import { FigureName } from './figure-name.enum.js';
import type { FigureKind } from './figure-kind.js';

/** Where the libraries above define their figures: this one adds them up, and knows none of them. */
@Injectable()
export class FigureKinds extends KindRegistry<FigureName, FigureKind> {
  private readonly parts: string[] = [];

  constructor() {
    super(({ name }) => name);
  }

  /** A SELECT of network_id, unit_id and month: when units took part in what the library knows. */
  registerParts(parts: readonly string[]): void {
    this.parts.push(...parts);
  }

  /** Coverage is of all parts, whoever registered them. */
  override find(name: FigureName): FigureKind | null {
    return name === FigureName.COVERAGE ? coverageOf(this.parts) : super.find(name);
  }

  /** As they are named, whoever was loaded first; fails for one that nobody has registered. */
  override list(): readonly FigureKind[] {
    return Object.values(FigureName).map((name) => this.get(name));
  }
}
