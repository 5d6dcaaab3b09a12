import { Module } from '@nestjs/common';
import { RouteHandler } from './route.handler.js';

/** Stage 3: which unit, by when. */
@Module({ providers: [RouteHandler], exports: [RouteHandler] })
export class RouteModule {}
