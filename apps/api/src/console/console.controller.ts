import { Controller, Get, Param, Redirect, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../auth/access.js';
import { consolePage } from './console.page.js';

/** The console: files of its build, and its one page for every other address under /console/. It signs people in by itself. */
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
  async file(@Param('*') path: string, @Res() reply: FastifyReply): Promise<void> {
    if (path.startsWith('assets/')) {
      // The name of an asset holds a hash of its content.
      await reply.sendFile(path, { immutable: true, maxAge: '365d' });
    } else if (path === 'icon.svg') {
      await reply.sendFile(path, { maxAge: '1d' });
    } else {
      await consolePage(reply);
    }
  }
}
