import { People, type Person, type Principal } from '@huiyin/org';
import { Body, Controller, Get, Header, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CodedError } from '@huiyin/loop';
import { Requires, Who } from './access.js';
import { idOf, refuseAbove } from './granting.js';
import {
  AddedPersonAnswer,
  ChangePersonBody,
  NewPersonBody,
  PasswordAnswer,
  PeopleAnswer,
  PersonAnswer,
  personAnswer,
} from './people.dto.js';

/** Those who sign in. Nobody makes, changes or takes over somebody who may do more than they may. */
@ApiTags('people')
@Controller('api/v1/people')
export class PeopleController {
  constructor(private readonly people: People) {}

  @Get()
  @Requires('people:write')
  @ApiOperation({ summary: 'Everybody, by user name' })
  @ApiOkResponse({ type: PeopleAnswer })
  async list(): Promise<PeopleAnswer> {
    return { items: (await this.people.list()).map(personAnswer) };
  }

  @Post()
  @Requires('people:write')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Add somebody' })
  @ApiCreatedResponse({ type: AddedPersonAnswer })
  async create(@Body() body: NewPersonBody, @Who() who: Principal): Promise<AddedPersonAnswer> {
    refuseAbove(who, body.scopes, 'The person would be allowed');
    const { person, password } = await this.people.create(body);
    return { ...personAnswer(person), password };
  }

  @Get(':id')
  @Requires('people:write')
  @ApiOperation({ summary: 'One person' })
  @ApiOkResponse({ type: PersonAnswer })
  async get(@Param('id') id: string): Promise<PersonAnswer> {
    return personAnswer(await this.people.get(idOf(id)));
  }

  @Patch(':id')
  @Requires('people:write')
  @ApiOperation({ summary: 'Change, deactivate or activate somebody' })
  @ApiOkResponse({ type: PersonAnswer })
  async change(@Param('id') id: string, @Body() body: ChangePersonBody, @Who() who: Principal): Promise<PersonAnswer> {
    const person = await this.below(who, id);
    refuseAbove(who, body.scopes ?? [], 'The person would be allowed');
    // So that somebody always remains who can undo it.
    if (who.actor === `person:${person.id}` && (body.active === false || body.scopes)) {
      throw new CodedError('missing-scope', 'Nobody changes their own permissions; ask another administrator');
    }
    const { displayName, language, active, scopes } = body;
    return personAnswer(await this.people.update(person.id, { displayName, language, active, scopes }));
  }

  @Post(':id/reset-password')
  @HttpCode(200)
  @Requires('people:write')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Make a new password to hand over; all sessions of the person end' })
  @ApiOkResponse({ type: PasswordAnswer })
  async resetPassword(@Param('id') id: string, @Who() who: Principal): Promise<PasswordAnswer> {
    const person = await this.below(who, id);
    return { password: await this.people.resetPassword(person.id) };
  }

  private async below(who: Principal, id: string): Promise<Person> {
    const person = await this.people.get(idOf(id));
    refuseAbove(who, person.scopes, 'This person may do');
    return person;
  }
}
