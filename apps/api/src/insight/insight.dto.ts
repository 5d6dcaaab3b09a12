import type { Figure, HourOfWeek, Link, StageTimes, Times, Withheld } from '@huiyin/journey';
import { STAGES, type Stage } from '@huiyin/loop';
import { ApiProperty } from '@nestjs/swagger';

const WITHHELD = {
  type: String,
  nullable: true,
  enum: ['few', null],
  example: null,
  description: '`few`: fewer than 5 items or answers are behind it, so it is not told.',
} as const;

/** A figure with how many are behind it. */
export class FigureDto implements Figure {
  @ApiProperty({ type: Number, nullable: true, example: 0.93 })
  value!: number | null;

  @ApiProperty({ description: 'How many items or answers are behind it.', example: 214 })
  n!: number;

  @ApiProperty(WITHHELD)
  withheld!: Withheld;
}

/** Of what a figure is: `[from, to)`. */
export class PeriodDto {
  @ApiProperty({ example: '2026-10-23T08:00:00.000000Z' })
  from!: string;

  @ApiProperty({ example: '2026-11-22T08:00:00.000000Z' })
  to!: string;
}

/** Seconds below which half and nine tenths lie, within 2 % of the exact ones. */
export class TimesDto implements Times {
  @ApiProperty({ type: Number, nullable: true, example: 1_803.2 })
  p50!: number | null;

  @ApiProperty({ type: Number, nullable: true, example: 86_400 })
  p90!: number | null;
}

/** The whole way from receipt to the end of the last cycle. */
export class RoundDto extends TimesDto {
  @ApiProperty({ example: 214 })
  n!: number;

  @ApiProperty(WITHHELD)
  withheld!: Withheld;
}

/** How well promises are kept. */
export class SummaryDto extends PeriodDto {
  @ApiProperty({
    description: 'Of the items that were closed, the share that was told of the answer and asked whether it helped.',
  })
  closedLoop!: FigureDto;

  @ApiProperty({ description: 'Of the questions that are over, the share after which the item went round again.' })
  reopened!: FigureDto;

  @ApiProperty({
    description: 'Of the items that were resolved, the share resolved within the limit of their assignment.',
  })
  kept!: FigureDto;

  @ApiProperty({ description: 'Seconds from receipt to closing, of the items that were closed.' })
  round!: RoundDto;

  @ApiProperty({ description: 'Share of the answers that say it is solved.' })
  solved!: FigureDto;

  @ApiProperty({
    description: 'Net promoter score, −100 to 100. The scale is 1 to 10 without a 0: 9 and 10 promote, 1 to 6 detract.',
  })
  nps!: FigureDto;

  @ApiProperty({ description: 'Share of 10s among the scores (10 分满意率).' })
  tens!: FigureDto;

  @ApiProperty({ description: 'Share of the questions that are over and were answered.' })
  response!: FigureDto;
}

/** How long a stage took. */
export class StageTimesDto implements StageTimes {
  @ApiProperty({ enum: STAGES })
  stage!: Stage;

  @ApiProperty({ description: 'Visits that ended in the period.', example: 214 })
  n!: number;

  @ApiProperty(WITHHELD)
  withheld!: Withheld;

  @ApiProperty()
  waiting!: TimesDto;

  @ApiProperty()
  working!: TimesDto;
}

/** How long the stages took a unit and everything under it. */
export class UnitTimesDto {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Code; null is everything that was asked for.',
    example: 'gd',
  })
  unit!: string | null;

  @ApiProperty({ type: [StageTimesDto] })
  stages!: StageTimesDto[];
}

/** Times by unit. */
export class TimesByUnitDto extends PeriodDto {
  @ApiProperty({ type: [UnitTimesDto] })
  times!: UnitTimesDto[];
}

/** A way from one stage to the next. */
export class LinkDto implements Link {
  @ApiProperty({ enum: STAGES, example: 'resolve' })
  from!: Stage;

  @ApiProperty({ example: 'handed-back' })
  outcome!: string;

  @ApiProperty({ enum: [...STAGES, 'closed'], example: 'route' })
  to!: Stage | 'closed';

  @ApiProperty({ description: 'True when items go back: handed back, or not solved.', example: true })
  rework!: boolean;

  @ApiProperty({ type: Number, nullable: true, example: 17 })
  n!: number | null;

  @ApiProperty(WITHHELD)
  withheld!: Withheld;
}

/** The flow through the loop. */
export class FlowDto extends PeriodDto {
  @ApiProperty({ type: [LinkDto] })
  links!: LinkDto[];
}

/** What customers said of what ended then. */
export class SatisfactionThenDto {
  @ApiProperty({ description: 'The day, or the first one of the week (Monday) or month.', example: '2026-11-16' })
  day!: string;

  @ApiProperty()
  solved!: FigureDto;

  @ApiProperty()
  nps!: FigureDto;

  @ApiProperty()
  tens!: FigureDto;

  @ApiProperty()
  response!: FigureDto;
}

/** Satisfaction over time. */
export class SatisfactionDto extends PeriodDto {
  @ApiProperty({ type: [SatisfactionThenDto] })
  series!: SatisfactionThenDto[];
}

/** Items received in an hour of the week. */
export class HourOfWeekDto implements HourOfWeek {
  @ApiProperty({ minimum: 1, maximum: 7, description: '1 is Monday, 7 is Sunday.', example: 1 })
  weekday!: number;

  @ApiProperty({ minimum: 0, maximum: 23, example: 9 })
  hour!: number;

  @ApiProperty({ type: Number, nullable: true, example: 84 })
  n!: number | null;

  @ApiProperty(WITHHELD)
  withheld!: Withheld;
}

/** When items come in. */
export class ArrivalsDto extends PeriodDto {
  @ApiProperty({ type: [HourOfWeekDto] })
  hours!: HourOfWeekDto[];
}

/** Complaints of a unit and everything under it. */
export class ComplaintRateDto {
  @ApiProperty({ example: 'gd' })
  unit!: string;

  @ApiProperty({ type: Number, nullable: true, example: 312 })
  complaints!: number | null;

  @ApiProperty({ description: 'All items of the unit that were received in the period.', example: 940 })
  items!: number;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Customers whom the unit serves; null when nobody has said.',
    example: 8_200_000,
  })
  customers!: number | null;

  @ApiProperty({ type: Number, nullable: true, example: 0.38 })
  per10000!: number | null;

  @ApiProperty({
    enum: ['customers', 'items'],
    description:
      'What the complaints are counted on: 10,000 customers, or 10,000 items where it is not known how many customers the unit serves.',
  })
  base!: 'customers' | 'items';

  @ApiProperty(WITHHELD)
  withheld!: Withheld;
}

/** Complaints for 10,000 (万投比), by unit. */
export class ComplaintsDto extends PeriodDto {
  @ApiProperty({ type: [ComplaintRateDto] })
  rates!: ComplaintRateDto[];
}
