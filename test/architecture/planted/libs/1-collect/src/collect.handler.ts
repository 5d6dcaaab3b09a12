// breaks: nothing
import { path } from '@huiyin/loop';
import { Injectable } from '@nestjs/common';

@Injectable()
export class CollectHandler {
  readonly path = path;
}
