import { ACTIONS, type Action } from '@huiyin/resolve';
import { ApiProperty } from '@nestjs/swagger';
import { OneOf, OptionalText, Text } from '../http/fields.js';

/** What is done about it, or why not. */
export class ResolutionDto {
  @OneOf(ACTIONS, { description: 'What was done.' })
  action!: Action;

  @Text(1, 2_000, { description: 'For colleagues.', example: '已新增室内分布系统。' })
  summary!: string;

  @Text(1, 10_000, {
    description: 'What the customer reads.',
    example: '您反映的地铁信号问题已处理，三号线各站已新增基站。',
  })
  reply!: string;
}

/** A resolution was stored. */
export class ResolvedDto {
  @ApiProperty({ format: 'uuid' })
  resolutionId!: string;
}

/** A cluster was resolved; `affected` open items go on. */
export class ClusterResolvedDto extends ResolvedDto {
  @ApiProperty()
  affected!: number;
}

/** Why the unit cannot answer it, and which one might. */
export class HandBackDto {
  @Text(1, 2_000, { description: 'Why.' })
  reason!: string;

  @OptionalText(100, { description: 'Code of the unit that should get it; routing decides when it is left out.' })
  unit?: string;
}

/** A written reason. */
export class ReasonDto {
  @Text(1, 2_000, { description: 'The reason, for the record.' })
  reason!: string;
}
