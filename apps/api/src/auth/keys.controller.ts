import { CodedError } from '@huiyin/loop';
import { ApiKeys, UnitDirectory, type Principal } from '@huiyin/org';
import { Body, Controller, Delete, Get, Header, HttpCode, Param, ParseEnumPipe, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { Requires, Who } from './access.js';
import { refuseAbove, refuseWider } from './granting.js';
import { keyAnswer, KeysAnswer, MadeKeyAnswer, madeKeyAnswer, NewKeyBody, RotateKeyBody } from './keys.dto.js';
import { keyIsBelow, Reach } from './reach.js';

const SECRETS = { current: 'current', previous: 'previous' } as const;
const noSecret = () => new CodedError('not-found', 'A key has a secret "current" and, after a rotation, "previous"');

/** Keys of other systems. Those elsewhere in the organisation are not there for somebody who belongs to a part of it. */
@ApiTags('keys')
@Controller('api/v1/keys')
export class KeysController {
  constructor(
    private readonly keys: ApiKeys,
    private readonly units: UnitDirectory,
    private readonly reach: Reach,
  ) {}

  @Get()
  @Requires('keys:write')
  @ApiOperation({ summary: 'The keys of one’s units, the newest first, revoked and expired ones too' })
  @ApiOkResponse({ type: KeysAnswer })
  async list(@Who() who: Principal): Promise<KeysAnswer> {
    return { items: (await this.keys.list()).filter((key) => keyIsBelow(who, key)).map(keyAnswer) };
  }

  @Post()
  @Requires('keys:write')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Make a key; it is shown this once',
    description: 'Nobody gives a key more than they may do, write or see themselves.',
  })
  @ApiCreatedResponse({ type: MadeKeyAnswer })
  async create(@Body() body: NewKeyBody, @Who() who: Principal): Promise<MadeKeyAnswer> {
    refuseAbove(who, body.scopes, 'The key would be allowed');
    await refuseWider(who, body.unit ? [body.unit] : [], this.units);
    const { name, scopes, expiresAt, unit, source = who.source } = body;
    if (who.source !== null && source !== who.source)
      throw new CodedError('outside-binding', `You may write the source "${who.source}" only, and so may your keys`);
    return madeKeyAnswer(await this.keys.create({ name, scopes, expiresAt, source, unit, createdBy: who.actor }));
  }

  @Post(':id/rotate')
  @HttpCode(200)
  @Requires('keys:write')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Make a new secret for a key; it is shown this once',
    description: 'The present secret goes on working for some hours, so that nothing is interrupted.',
  })
  @ApiOkResponse({ type: MadeKeyAnswer })
  async rotate(@Param('id') id: string, @Body() body: RotateKeyBody, @Who() who: Principal): Promise<MadeKeyAnswer> {
    await this.reach.keyBelow(who, id);
    return madeKeyAnswer(await this.keys.rotate(id, body.hours, who.actor));
  }

  @Delete(':id/secrets/:which')
  @HttpCode(204)
  @Requires('keys:write')
  @ApiParam({ name: 'which', enum: SECRETS })
  @ApiOperation({
    summary: 'End one of the two secrets of a key that was rotated',
    description: 'Without the `current` one the `previous` one is the key again.',
  })
  @ApiNoContentResponse()
  async endSecret(
    @Param('id') id: string,
    @Param('which', new ParseEnumPipe(SECRETS, { exceptionFactory: noSecret })) which: 'current' | 'previous',
    @Who() who: Principal,
  ): Promise<void> {
    await this.reach.keyBelow(who, id);
    await this.keys.endSecret(id, which, who.actor);
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('keys:write')
  @ApiOperation({
    summary: 'Revoke a key that may do no more than oneself: at once here, within a second in other processes',
  })
  @ApiNoContentResponse()
  async revoke(@Param('id') id: string, @Who() who: Principal): Promise<void> {
    await this.reach.keyBelow(who, id);
    await this.keys.revoke(id, who.actor);
  }
}
