import type { SimilarCluster, SimilarItem } from '@huiyin/analyze';
import { STAGES, STATES } from '@huiyin/loop';
import { ApiProperty } from '@nestjs/swagger';
import { OptionalLimit, OptionalText, Text } from '../http/fields.js';
import { ClusterNameDto } from './items.dto.js';

/** What somebody says, or is about to write down. */
export class FindSimilarDto {
  @Text(1, 10_000, {
    description:
      'What is said, as far as it is written: "宽带断" finds what is about 宽带断网. Its first 2,000 characters are compared. ' +
      'An address has room for about 1,700 Chinese characters.',
    example: '宽带断网',
  })
  text!: string;

  @OptionalText(200, {
    description: 'Telephone number or e-mail address of the customer: what the same customer has said comes first.',
  })
  customer?: string;

  @OptionalLimit(20, 5)
  limit?: number;
}

class SimilarItemDto implements SimilarItem {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'HY-2026-000123' })
  reference!: string;

  @ApiProperty({ description: 'Its first 160 characters.' })
  text!: string;

  @ApiProperty({ enum: STAGES })
  stage!: string;

  @ApiProperty({ enum: STATES })
  state!: string;

  @ApiProperty({ format: 'date-time' })
  receivedAt!: string;

  @ApiProperty({ minimum: 0, maximum: 1 })
  similarity!: number;

  @ApiProperty({ description: 'True when it says the same at high certainty.' })
  near!: boolean;

  @ApiProperty({ description: 'True when it is from `customer`.' })
  sameCustomer!: boolean;

  @ApiProperty({ type: ClusterNameDto, nullable: true })
  cluster!: ClusterNameDto | null;
}

class SimilarClusterDto extends ClusterNameDto implements SimilarCluster {
  @ApiProperty({ description: 'Items in it.' })
  size!: number;

  @ApiProperty({ minimum: 0, maximum: 1, description: 'Of the most similar of its items.' })
  similarity!: number;
}

/** Who has said so before. */
export class SimilarDto {
  @ApiProperty({ type: [SimilarItemDto], description: 'Best first.' })
  items!: SimilarItemDto[];

  @ApiProperty({ type: [SimilarClusterDto], description: 'Best first.' })
  clusters!: SimilarClusterDto[];
}
