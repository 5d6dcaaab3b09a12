import type { Attached } from '@huiyin/analyze';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { OptionalText } from '../http/fields.js';
import { ClusterNameDto } from './items.dto.js';

/** What an item is about, too: one of both. */
export class SameAsDto {
  @OptionalText(100, { description: 'Id or reference of an item that says the same.', example: 'HY-2026-000123' })
  item?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'Cluster; counts when `item` is left out.' })
  @IsOptional()
  @IsUUID('all', { message: 'must be the id of a cluster' })
  cluster?: string;
}

/** Where the item is now. */
export class AttachedDto implements Attached {
  @ApiProperty({ type: ClusterNameDto, nullable: true, description: 'Null when the other item is in none.' })
  cluster!: ClusterNameDto | null;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'What the same customer has said first about it; null when the other item is of somebody else.',
  })
  repeatOf!: string | null;
}
