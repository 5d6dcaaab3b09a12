import { AnalyzeHandler } from '@huiyin/analyze';
import type { StageHandler } from '@huiyin/bus';
import { CollectHandler } from '@huiyin/collect';
import { DeliverHandler } from '@huiyin/deliver';
import type { Stage } from '@huiyin/loop';
import { RecollectHandler } from '@huiyin/recollect';
import { ResolveHandler } from '@huiyin/resolve';
import { RouteHandler } from '@huiyin/route';
import type { Type } from '@nestjs/common';

/** Stage → the handler that does its work. A stage without one does not compile. */
export const HANDLERS = {
  collect: CollectHandler,
  analyze: AnalyzeHandler,
  route: RouteHandler,
  resolve: ResolveHandler,
  deliver: DeliverHandler,
  recollect: RecollectHandler,
} as const satisfies { [S in Stage]: Type<StageHandler<S>> };
