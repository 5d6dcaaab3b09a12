import { SUGGESTION_KINDS, type Refused, type SuggestionKind, type SuggestionView } from '@huiyin/analyze';
import { ApiProperty } from '@nestjs/swagger';
import { OptionalLimit, OptionalOneOf } from '../http/fields.js';

/** What a list of suggestions is narrowed to. */
export class ListSuggestionsDto {
  @OptionalOneOf(SUGGESTION_KINDS, { description: 'Two that look alike, or one that falls apart.' })
  kind?: SuggestionKind;

  @OptionalLimit()
  limit?: number;
}

/** What one of the items says, shortened. */
export class SuggestionQuoteDto {
  @ApiProperty({ format: 'uuid' })
  feedbackId!: string;

  @ApiProperty()
  text!: string;
}

/** Items on one side of a suggestion. */
export class SuggestionSideDto {
  @ApiProperty({ description: 'Items.' })
  size!: number;

  @ApiProperty({ type: [SuggestionQuoteDto], description: 'Personal data is masked.' })
  quotes!: SuggestionQuoteDto[];
}

/** A cluster that a suggestion is about. */
export class SuggestedClusterDto extends SuggestionSideDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;
}

/** Items that would become a cluster of their own. */
export class SuggestedPartDto extends SuggestionSideDto {
  @ApiProperty({ type: [String], format: 'uuid' })
  feedbackIds!: string[];
}

/** What the machine would change but leaves to a person. */
export class SuggestionDto implements SuggestionView {
  @ApiProperty()
  id!: number;

  @ApiProperty({ enum: SUGGESTION_KINDS })
  kind!: SuggestionKind;

  @ApiProperty({ minimum: 0, maximum: 1, description: 'How sure.' })
  score!: number;

  @ApiProperty({ format: 'date-time' })
  madeAt!: string;

  @ApiProperty({ type: SuggestedClusterDto, description: 'For a split, the quotes are of those that would stay.' })
  cluster!: SuggestedClusterDto;

  @ApiProperty({ type: SuggestedClusterDto, nullable: true, description: 'The cluster that looks like it.' })
  other!: SuggestedClusterDto | null;

  @ApiProperty({ type: SuggestedPartDto, nullable: true, description: 'The items that would leave it.' })
  part!: SuggestedPartDto | null;
}

/** A list of suggestions, the surest first. */
export class SuggestionListDto {
  @ApiProperty({ type: [SuggestionDto] })
  items!: SuggestionDto[];
}

/** A suggestion was refused. */
export class RefusedDto implements Refused {
  @ApiProperty()
  id!: number;

  @ApiProperty({ type: [String], format: 'uuid', description: 'Clusters that the machine leaves as they are now.' })
  settled!: string[];
}
