import { NetworkModule } from '#network';
import { Module } from '@nestjs/common';
import { FigureOfNetworkResolver, FigureOfUnitResolver, FigureResolver } from './figure/figure.resolver.js';
import { FiguresResolver } from './figure/figures.resolver.js';
import { FiguresService } from './figure/figures.service.js';
import { FigureKinds } from './kind/figure-kinds.js';
import { FigureRowResolver } from './row/figure-row.resolver.js';

@Module({
  imports: [NetworkModule],
  providers: [
    FigureKinds,
    FigureOfNetworkResolver,
    FigureOfUnitResolver,
    FigureResolver,
    FigureRowResolver,
    FiguresResolver,
    FiguresService,
  ],
  exports: [FigureKinds],
})
export class FiguresModule {}
