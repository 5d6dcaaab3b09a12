import { CodedError } from '@huiyin/loop';
import { Controller, Get, Param, Redirect, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../auth/access.js';
import { consolePage } from './console.page.js';

/** The one page of the console, at every address under /console/ that is not a file of its build. It signs people in by itself. */
@ApiExcludeController()
@Controller('console')
export class ConsoleController {
  @Get()
  @Public()
  @Redirect('/console/', 302)
  home(): void {
    return;
  }

  @Get('*')
  @Public()
  page(@Param('*') path: string, @Res() reply: FastifyReply): Promise<void> {
    // A file of an earlier build: the page in its place would be taken for a script.
    if (path.startsWith('assets/')) throw new CodedError('not-found', 'Reload the page; the console was built anew.');
    return consolePage(reply);
  }
}
