import {
  CLUSTER_STATUSES,
  EDIT_KINDS,
  MOST_ITEMS,
  type ChangedValues,
  type ClusterChange,
  type ClusterStanding,
  type ClusterStatus,
  type Edited,
  type EditFilter,
  type EditKind,
  type EditView,
  type Split,
} from '@huiyin/analyze';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsOptional, IsUUID } from 'class-validator';
import { OptionalLimit, OptionalOneOf, OptionalText } from '../http/fields.js';

const NAMERS = ['machine', 'model', 'person'] as const;

/** What a person sets on a cluster; what is left out stays. */
export class ChangeClusterDto implements ClusterChange {
  @OptionalText(200, { description: 'Its name; from now on nobody but a person changes it.', example: '地铁里信号弱' })
  name?: string;

  @ApiPropertyOptional({ description: 'Locked: the machine adds nothing and changes nothing. People still may.' })
  @IsOptional()
  @IsBoolean({ message: 'must be true or false' })
  locked?: boolean;

  @OptionalOneOf(CLUSTER_STATUSES, { description: '`dismissed`: noise, left out of lists.' })
  status?: ClusterStatus;

  @OptionalText(2_000, {
    description: 'What everybody may read of how it stands; `null` takes it back. Personal data is masked.',
    example: '三号线各站的基站预计明年三月完成。',
  })
  publicWords?: string | null;
}

/** Where a cluster is merged into. */
export class MergeClustersDto {
  @ApiProperty({ format: 'uuid', description: 'The cluster that stays.' })
  @IsUUID('all', { message: 'must be the id of a cluster' })
  into!: string;
}

function Items(description: string): PropertyDecorator {
  const parts = [
    ApiProperty({ type: [String], format: 'uuid', minItems: 1, maxItems: MOST_ITEMS, description }),
    IsUUID('all', { each: true, message: 'entries must be ids of items' }),
    ArrayMaxSize(MOST_ITEMS, { message: `must have at most ${MOST_ITEMS.toLocaleString('en')} items` }),
    ArrayMinSize(1, { message: 'must have at least one item' }),
    IsArray({ message: 'must be a list' }),
  ];
  return (target, key) => parts.forEach((part) => part(target, key));
}

/** Items that become a cluster of their own. */
export class SplitClusterDto implements Split {
  @Items('Members that leave; some have to stay. One that is named twice counts once.')
  feedbackIds!: string[];

  @OptionalText(200, { description: 'Name of the new cluster; the machine finds one when it is left out.' })
  name?: string;
}

/** Items that go to another cluster. */
export class MoveItemsDto {
  @Items('Members that leave. One that is named twice counts once.')
  feedbackIds!: string[];

  @ApiProperty({ format: 'uuid', description: 'The cluster that they belong to.' })
  @IsUUID('all', { message: 'must be the id of a cluster' })
  to!: string;
}

/** What the audit view is narrowed to. */
export class ListEditsDto implements EditFilter {
  @ApiPropertyOptional({ format: 'uuid', description: 'Edits of this cluster, on either side.' })
  @IsOptional()
  @IsUUID('all', { message: 'must be the id of a cluster' })
  cluster?: string;

  @OptionalText(100, { description: '`person:7`; `system` for what the machine did by itself.', example: 'system' })
  actor?: string;

  @OptionalOneOf(EDIT_KINDS, { description: '`regroup`: items that the machine moved.' })
  kind?: EditKind;

  @OptionalText(400, { description: '`nextCursor` of the page before.' })
  cursor?: string;

  @OptionalLimit()
  limit?: number;
}

/** A cluster by name. */
export class NamedClusterDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;
}

/** Values that an edit changed. */
export class ChangedValuesDto implements ChangedValues {
  @ApiPropertyOptional()
  name?: string;

  @ApiPropertyOptional({ enum: NAMERS })
  namedBy?: ClusterStanding['namedBy'];

  @ApiPropertyOptional({ enum: CLUSTER_STATUSES })
  status?: ClusterStatus;

  @ApiPropertyOptional()
  locked?: boolean;

  @ApiPropertyOptional({ type: String, nullable: true, example: '预计明年三月完成。' })
  publicWords?: string | null;
}

/** One change of clusters, by a person or by the machine. */
export class EditDto implements EditView {
  @ApiProperty()
  id!: number;

  @ApiProperty({ enum: EDIT_KINDS })
  kind!: EditKind;

  @ApiProperty({ type: NamedClusterDto, description: 'The cluster that was changed, or that items went away from.' })
  cluster!: NamedClusterDto;

  @ApiProperty({ type: NamedClusterDto, nullable: true, description: 'The cluster that items went to.' })
  other!: NamedClusterDto | null;

  @ApiProperty({ description: 'Items that moved.' })
  items!: number;

  @ApiProperty({ type: ChangedValuesDto, nullable: true, description: 'Values as they were; null when items moved.' })
  before!: ChangedValuesDto | null;

  @ApiProperty({ type: ChangedValuesDto, nullable: true, description: 'Values as they became.' })
  after!: ChangedValuesDto | null;

  @ApiProperty({ example: 'person:7', description: '`system` is the machine.' })
  actor!: string;

  @ApiProperty({ format: 'date-time' })
  madeAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  undoneAt!: string | null;

  @ApiProperty({ type: String, nullable: true })
  undoneBy!: string | null;
}

/** A page of edits, newest first. */
export class EditPageDto {
  @ApiProperty({ type: [EditDto] })
  items!: EditDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

/** A cluster as an edit leaves it. */
export class ClusterStandingDto implements ClusterStanding {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ enum: NAMERS })
  namedBy!: ClusterStanding['namedBy'];

  @ApiProperty({ enum: CLUSTER_STATUSES })
  status!: ClusterStatus;

  @ApiProperty()
  locked!: boolean;

  @ApiProperty({ type: String, nullable: true, example: '预计明年三月完成。' })
  publicWords!: string | null;

  @ApiProperty({ description: 'A person has decided something about it: the machine takes none of its members away.' })
  settled!: boolean;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Where its items went.' })
  mergedInto!: string | null;

  @ApiProperty({ description: 'Items in it.' })
  size!: number;

  @ApiProperty({ format: 'date-time' })
  firstSeenAt!: string;

  @ApiProperty({ format: 'date-time' })
  lastSeenAt!: string;
}

/** An edit that was made or undone. */
export class EditedDto implements Edited {
  @ApiProperty({ type: EditDto, description: 'Undo it with `POST /api/v1/clusters/edits/{id}/undo`.' })
  edit!: EditDto;

  @ApiProperty({ type: [ClusterStandingDto], description: 'The clusters that it touched, as they stand now.' })
  clusters!: ClusterStandingDto[];
}
