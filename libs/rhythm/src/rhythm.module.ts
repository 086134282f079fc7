import { NetworkModule } from '#network';
import { Module } from '@nestjs/common';
import { Beats } from './beat/beats.js';
import { RhythmPapers } from './year/rhythm-papers.js';
import { RhythmResolver } from './year/rhythm.resolver.js';
import { RhythmService } from './year/rhythm.service.js';

@Module({
  imports: [NetworkModule],
  providers: [Beats, RhythmPapers, RhythmResolver, RhythmService],
  exports: [Beats, RhythmPapers],
})
export class RhythmModule {}
