import { ApiKeys, type Principal } from '@huiyin/org';
import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, Who } from './access.js';
import { refuseAbove } from './granting.js';
import { keyAnswer, KeysAnswer, MadeKeyAnswer, madeKeyAnswer, NewKeyBody } from './keys.dto.js';

/** Keys of other systems. */
@ApiTags('keys')
@Controller('api/v1/keys')
export class KeysController {
  constructor(private readonly keys: ApiKeys) {}

  @Get()
  @Requires('keys:write')
  @ApiOperation({ summary: 'All keys, the newest first, revoked and expired ones too' })
  @ApiOkResponse({ type: KeysAnswer })
  async list(): Promise<KeysAnswer> {
    return { items: (await this.keys.list()).map(keyAnswer) };
  }

  @Post()
  @Requires('keys:write')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Make a key; it is shown this once. Nobody gives a key more than they may do themselves' })
  @ApiCreatedResponse({ type: MadeKeyAnswer })
  async create(@Body() body: NewKeyBody, @Who() who: Principal): Promise<MadeKeyAnswer> {
    refuseAbove(who, body.scopes, 'The key would be allowed');
    const { name, scopes, expiresAt } = body;
    return madeKeyAnswer(await this.keys.create({ name, scopes, expiresAt, createdBy: who.actor }));
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('keys:write')
  @ApiOperation({
    summary: 'Revoke a key that may do no more than oneself: at once here, within a second in other processes',
  })
  @ApiNoContentResponse()
  async revoke(@Param('id') id: string, @Who() who: Principal): Promise<void> {
    refuseAbove(who, (await this.keys.get(id)).scopes, 'The key is allowed');
    await this.keys.revoke(id);
  }
}
