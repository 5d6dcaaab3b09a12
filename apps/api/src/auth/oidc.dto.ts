import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';

/** Where to go on after signing in. */
export class BeginQuery {
  @ApiPropertyOptional({ description: 'A path of the console', default: '/', maxLength: 500 })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  returnTo?: string;
}

/** How people may sign in. */
export class WaysAnswer {
  @ApiProperty({ description: 'With user name and password' })
  password!: boolean;

  @ApiProperty({ type: String, nullable: true, description: 'Where to send the browser; null when none is set up' })
  oidc!: string | null;
}
