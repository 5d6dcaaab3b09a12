import { Database } from '@huiyin/database';
import { Templates, type Template, type TemplateChange, type TemplateName } from '@huiyin/deliver';
import { findItem } from '@huiyin/journey';
import { recordAudit, sightOf, type Principal } from '@huiyin/org';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RecordedItself } from '../audit/recorded.js';
import { Requires, Who } from '../auth/access.js';
import { refusePart } from '../auth/granting.js';
import { EVERY_KIND, PreviewDto, PreviewTemplateDto, TemplateDto, TemplateNameDto, TemplateTextDto } from './templates.dto.js'; // prettier-ignore

/** The texts that customers receive. Plain placeholders, no logic; the most specific text counts: kind, then any, then the default. */
@ApiTags('templates')
@Controller('api/v1/templates')
export class TemplatesController {
  constructor(
    private readonly templates: Templates,
    private readonly db: Database,
  ) {}

  @Get()
  @Requires('templates:write')
  @ApiOperation({ summary: 'The templates in use, defaults included' })
  @ApiOkResponse({ type: [TemplateDto] })
  async list(): Promise<TemplateDto[]> {
    return (await this.templates.list()).map(shown);
  }

  @Put(':purpose/:kind/:language')
  @Requires('templates:write')
  @RecordedItself()
  @ApiOperation({ summary: 'Write a template', description: 'An unknown placeholder is refused by name. For those who see the whole organisation: its customers read them.' }) // prettier-ignore
  @ApiOkResponse({ type: TemplateDto })
  async put(
    @Param() name: TemplateNameDto,
    @Body() { subject, body, html, sms }: TemplateTextDto,
    @Who() who: Principal,
  ): Promise<TemplateDto> {
    refusePart(who, 'Templates concern customers of');
    const text = { subject, body, html: html ?? null, sms: sms ?? null };
    return shown(await this.templates.put(nameOf(name), text, who.actor, onRecord(who)));
  }

  @Delete(':purpose/:kind/:language')
  @HttpCode(204)
  @Requires('templates:write')
  @RecordedItself()
  @ApiOperation({ summary: 'Go back to the more general template, or the default' })
  @ApiNoContentResponse()
  async remove(@Param() name: TemplateNameDto, @Who() who: Principal): Promise<void> {
    refusePart(who, 'Templates concern customers of');
    return this.templates.remove(nameOf(name), onRecord(who));
  }

  @Post('preview')
  @HttpCode(200)
  @Requires('templates:write')
  @ApiOperation({
    summary: 'See a message as its reader will',
    description: 'With sample words, or those of an item, masked. Nothing is stored or sent.',
  })
  @ApiOkResponse({ type: PreviewDto })
  async preview(@Body() body: PreviewTemplateDto, @Who() who: Principal): Promise<PreviewDto> {
    const item = body.item === undefined ? null : await findItem(this.db, body.item, sightOf(who));
    return this.templates.preview(nameOf(body), PreviewTemplateDto.textOf(body), item);
  }
}

function nameOf({ purpose, kind, language }: TemplateNameDto): TemplateName {
  return { purpose, kind: kind === EVERY_KIND ? '' : kind, language };
}

function shown(template: Template): TemplateDto {
  return { ...template, kind: template.kind === '' ? EVERY_KIND : template.kind };
}

function onRecord(who: Principal): TemplateChange {
  return (tx, { purpose, kind, language }, version) => {
    const subject = `template:${purpose}/${kind || EVERY_KIND}/${language}`;
    return recordAudit(tx, { actor: who.actor, action: 'template.changed', subject, details: { version } });
  };
}
