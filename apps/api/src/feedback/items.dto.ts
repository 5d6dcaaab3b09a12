import type { ItemRow, Journey, Visit } from '@huiyin/journey';
import { KINDS, STAGES, STATES, type Stage } from '@huiyin/loop';
import { ApiProperty } from '@nestjs/swagger';

const nullable = { nullable: true } as const;

/** A cluster by name. */
export class ClusterNameDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;
}

/** An item in a list. */
export class ItemDto implements ItemRow {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'HY-2026-000123' })
  reference!: string;

  @ApiProperty({ enum: STAGES })
  stage!: string;

  @ApiProperty({ enum: STATES })
  state!: string;

  @ApiProperty()
  cycle!: number;

  @ApiProperty({ type: String, enum: KINDS, ...nullable })
  kind!: string | null;

  @ApiProperty({ type: String, ...nullable, example: 'network.coverage.indoor' })
  category!: string | null;

  @ApiProperty({ type: String, ...nullable, enum: ['positive', 'neutral', 'negative'] })
  sentiment!: string | null;

  @ApiProperty({ type: Number, ...nullable, description: '0 in its turn, 1 before others, 2 today, 3 now.' })
  urgency!: number | null;

  @ApiProperty({ type: String, ...nullable })
  language!: string | null;

  @ApiProperty()
  channel!: string;

  @ApiProperty({ type: String, ...nullable })
  product!: string | null;

  @ApiProperty({ type: String, ...nullable })
  region!: string | null;

  @ApiProperty({ type: String, ...nullable, description: 'Code of the unit that holds it.' })
  unit!: string | null;

  @ApiProperty({ type: ClusterNameDto, ...nullable })
  cluster!: ClusterNameDto | null;

  @ApiProperty({ type: String, ...nullable })
  subject!: string | null;

  @ApiProperty()
  text!: string;

  @ApiProperty({ format: 'date-time' })
  receivedAt!: string;

  @ApiProperty({ format: 'date-time' })
  stageSince!: string;

  @ApiProperty({ type: String, format: 'date-time', ...nullable, description: 'Time limit.' })
  limitAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', ...nullable })
  closedAt!: string | null;
}

/** One page of items. */
export class ItemPageDto {
  @ApiProperty({ type: [ItemDto] })
  items!: ItemDto[];

  @ApiProperty({
    type: String,
    ...nullable,
    description: 'Send it back as `cursor` for the next page; null on the last.',
  })
  nextCursor!: string | null;
}

/** One stay in a stage. */
export class VisitDto implements Visit {
  @ApiProperty()
  seq!: number;

  @ApiProperty()
  cycle!: number;

  @ApiProperty({ enum: STAGES })
  stage!: Stage;

  @ApiProperty({ type: String, ...nullable })
  unit!: string | null;

  @ApiProperty({ format: 'date-time' })
  enteredAt!: string;

  @ApiProperty({ type: String, format: 'date-time', ...nullable })
  startedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', ...nullable, description: 'null while the visit lasts.' })
  leftAt!: string | null;

  @ApiProperty()
  waitingSeconds!: number;

  @ApiProperty()
  workingSeconds!: number;

  @ApiProperty({ type: String, ...nullable })
  outcome!: string | null;

  @ApiProperty({ type: String, ...nullable })
  actor!: string | null;
}

/** All visits of an item. */
export class JourneyDto implements Journey {
  @ApiProperty({ type: [VisitDto] })
  visits!: VisitDto[];

  @ApiProperty({ description: 'The age of the item; the seconds of its visits sum to it.' })
  totalSeconds!: number;
}
