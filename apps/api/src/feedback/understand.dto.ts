import { KINDS } from '@huiyin/loop';
import { ApiProperty } from '@nestjs/swagger';
import { Text } from '../http/fields.js';

/** What is said, as far as it is written. */
export class UnderstandDto {
  @Text(1, 10_000, { description: 'The words.', example: '宽带断网两天了，明天前再不修好就投诉。' })
  text!: string;
}

/** What the analysis would say of the words. */
export class UnderstoodDto {
  @ApiProperty({ description: 'False when there is nothing to understand; the rest is then a guess.' })
  analysable!: boolean;

  @ApiProperty({ example: 'zh' })
  language!: string;

  @ApiProperty({ enum: KINDS })
  kind!: string;

  @ApiProperty()
  category!: string;

  @ApiProperty({ enum: ['positive', 'neutral', 'negative'] })
  sentiment!: string;

  @ApiProperty({ minimum: 0, maximum: 3, description: '0 in its turn, 1 before others, 2 today, 3 now.' })
  urgency!: number;

  @ApiProperty({ type: [String], description: 'The words that led to the category.', example: ['宽带', '断网'] })
  words!: string[];
}

/** A category of the tree. */
export class CategoryDto {
  @ApiProperty({ example: 'network.coverage.indoor', description: 'Names the way to it, level by level.' })
  code!: string;

  @ApiProperty({ example: '室内信号' })
  zh!: string;

  @ApiProperty({ example: 'Indoor coverage' })
  en!: string;
}
