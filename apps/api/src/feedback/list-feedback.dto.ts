import { SORTS, type ItemFilter, type Page, type Sort } from '@huiyin/journey';
import { KINDS, STAGES, STATES, type Kind, type Stage, type State } from '@huiyin/loop';
import { queryTokens } from '@huiyin/analyze';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { OptionalLimit, OptionalOneOf, OptionalText, OptionalTime } from '../http/fields.js';

/** What a list of items is narrowed to. */
export class ListFeedbackDto {
  @OptionalOneOf(STAGES, { description: 'Stage the item is in.' })
  stage?: Stage;

  @OptionalOneOf(STATES, { description: 'State the item is in.' })
  state?: State;

  @OptionalOneOf(KINDS, { description: 'Kind.' })
  kind?: Kind;

  @OptionalText(200, { description: 'Category, or everything under it: `network` finds `network.coverage`.' })
  category?: string;

  @OptionalText(100, { description: 'Code of a unit: it and everything under it.' })
  unit?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Cluster.' })
  @IsOptional()
  @IsUUID('all', { message: 'must be the id of a cluster' })
  cluster?: string;

  @OptionalText(200, { description: 'Product.' })
  product?: string;

  @OptionalText(200, { description: 'Words to find, Chinese or English; all of them must be there.' })
  q?: string;

  @OptionalTime({ description: 'Received at or after.' })
  from?: string;

  @OptionalTime({ description: 'Received before.' })
  to?: string;

  @OptionalOneOf(SORTS, {
    description: '`newest` first when left out; `limit`: only items whose time limit runs, what runs out first.',
  })
  sort?: Sort;

  @OptionalText(400, { description: '`nextCursor` of the page before.' })
  cursor?: string;

  @OptionalLimit()
  limit?: number;
}

/** How one item is wanted. */
export class OneFeedbackDto {
  @OptionalOneOf(['true', 'false'], {
    description: 'Personal data in full; needs personal:read and is put on the audit.',
  })
  reveal?: 'true' | 'false';
}

/** The narrowing and the page of a query; the unit comes as the path that its code stands for. */
export function listing(query: ListFeedbackDto, unitPath: string | undefined): { filter: ItemFilter; page: Page } {
  const { unit: _, q, sort = 'newest', limit = 50, cursor, ...rest } = query;
  const filter = { ...rest, ...(unitPath ? { unitPath } : {}), ...(q ? { tokens: queryTokens(q) } : {}) };
  return { filter, page: { sort, limit, ...(cursor ? { cursor } : {}) } };
}
