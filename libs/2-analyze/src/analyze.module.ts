import { Module } from '@nestjs/common';
import { AnalyzeHandler } from './analyze.handler.js';
import { Clustering } from './clusters/clustering.js';
import { FirstClustering } from './clusters/first-clustering.adapter.js';

/** Stage 2: what the words say, and who else says so. */
@Module({
  providers: [
    { provide: Clustering, useClass: FirstClustering },
    {
      provide: AnalyzeHandler,
      useFactory: (clustering: Clustering) => new AnalyzeHandler(clustering),
      inject: [Clustering],
    },
  ],
  exports: [AnalyzeHandler],
})
export class AnalyzeModule {}
