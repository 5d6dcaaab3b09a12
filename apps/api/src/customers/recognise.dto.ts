import { ApiProperty } from '@nestjs/swagger';
import { Text } from '../http/fields.js';
import { ItemDto } from '../feedback/items.dto.js';

const nullable = { nullable: true } as const;

/** Who is on the line. In the body, so that no address of a request holds it. */
export class RecogniseDto {
  @Text(5, 40, { description: 'Telephone number, in any spelling.', example: '138 1234 1234' })
  phone!: string;
}

/** A customer as whoever takes a call sees them: masked. */
export class RecognisedCustomerDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, ...nullable, example: '王**' })
  name!: string | null;

  @ApiProperty({ type: String, ...nullable, example: '138****1234' })
  phone!: string | null;

  @ApiProperty({ type: String, ...nullable })
  region!: string | null;
}

/** Who it is, and what they wait for. */
export class RecognisedDto {
  @ApiProperty({
    type: RecognisedCustomerDto,
    ...nullable,
    description: 'Null for somebody of whom one may see nothing.',
  })
  customer!: RecognisedCustomerDto | null;

  @ApiProperty({ type: [ItemDto], description: 'Their open items that one may see, newest first; 20 at most.' })
  open!: ItemDto[];

  @ApiProperty({ description: 'How many of theirs that one may see are closed.' })
  closed!: number;
}
