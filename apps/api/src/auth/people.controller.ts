import { CodedError } from '@huiyin/loop';
import { People, scopesOf, UnitDirectory, type Principal } from '@huiyin/org';
import { Body, Controller, Get, Header, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, Who } from './access.js';
import { isBelow, refuseAbove, refuseWider } from './granting.js';
import {
  AddedPersonAnswer,
  ChangePersonBody,
  NewPersonBody,
  PasswordAnswer,
  PeopleAnswer,
  PersonAnswer,
  personAnswer,
} from './people.dto.js';
import { Reach } from './reach.js';

/** Those who sign in. Nobody makes, changes or takes over somebody who may do or see more than they may. */
@ApiTags('people')
@Controller('api/v1/people')
export class PeopleController {
  constructor(
    private readonly people: People,
    private readonly units: UnitDirectory,
    private readonly reach: Reach,
  ) {}

  @Get()
  @Requires('people:write')
  @ApiOperation({ summary: 'Everybody in one’s units, by user name' })
  @ApiOkResponse({ type: PeopleAnswer })
  async list(@Who() who: Principal): Promise<PeopleAnswer> {
    const people = await this.people.list();
    return { items: people.filter(({ units }) => isBelow(who, units)).map(personAnswer) };
  }

  @Post()
  @Requires('people:write')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Add somebody', description: 'With no more rights and in no other units than one’s own.' })
  @ApiCreatedResponse({ type: AddedPersonAnswer })
  async create(@Body() body: NewPersonBody, @Who() who: Principal): Promise<AddedPersonAnswer> {
    const { roles = [], scopes = [], units = [] } = body;
    refuseAbove(who, scopesOf({ roles, scopes }), 'The person would be allowed');
    await refuseWider(who, units, this.units);
    const { person, password } = await this.people.create(body, who.actor);
    return { ...personAnswer(person), password };
  }

  @Get(':id')
  @Requires('people:write')
  @ApiOperation({ summary: 'One person' })
  @ApiOkResponse({ type: PersonAnswer })
  async get(@Param('id') id: string, @Who() who: Principal): Promise<PersonAnswer> {
    return personAnswer(await this.reach.person(who, id));
  }

  @Patch(':id')
  @Requires('people:write')
  @ApiOperation({
    summary: 'Change, deactivate or activate somebody',
    description:
      'Sessions end at once when rights or units change. Keys that a deactivated person has made go on working and are listed as orphaned; `revokeKeys` revokes them.',
  })
  @ApiOkResponse({ type: PersonAnswer })
  async change(@Param('id') id: string, @Body() body: ChangePersonBody, @Who() who: Principal): Promise<PersonAnswer> {
    const person = await this.reach.personBelow(who, id);
    const { roles = person.roles, scopes = person.scopes, units } = body;
    refuseAbove(who, scopesOf({ roles, scopes }), 'The person would be allowed');
    if (units) await refuseWider(who, units, this.units);
    const rights = body.active === false || body.scopes || body.roles || body.units;
    // So that somebody always remains who can undo it.
    if (who.actor === `person:${person.id}` && rights) {
      throw new CodedError('missing-scope', 'Nobody changes their own permissions; ask another administrator');
    }
    return personAnswer(await this.people.update(person.id, { ...body }, who.actor));
  }

  @Post(':id/reset-password')
  @HttpCode(200)
  @Requires('people:write')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Make a new password to hand over; all sessions of the person end' })
  @ApiOkResponse({ type: PasswordAnswer })
  async resetPassword(@Param('id') id: string, @Who() who: Principal): Promise<PasswordAnswer> {
    const person = await this.reach.personBelow(who, id);
    return { password: await this.people.resetPassword(person.id, undefined, who.actor) };
  }
}
