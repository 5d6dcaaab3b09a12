import { ROOT_CODE, UnitDirectory, Units, type Principal, type Unit } from '@huiyin/org';
import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, Who } from './access.js';
import { refuseWider } from './granting.js';
import {
  ChangeUnitBody,
  NewUnitBody,
  unitAnswer,
  UnitNodeAnswer,
  unitNodeAnswer,
  UnitPlaceAnswer,
} from './units.dto.js';

/** The tree of units. */
@ApiTags('units')
@Controller('api/v1/units')
export class UnitsController {
  constructor(
    private readonly units: Units,
    private readonly directory: UnitDirectory,
  ) {}

  @Get()
  @Requires('units:read')
  @ApiOperation({ summary: 'The whole tree, from the group down' })
  @ApiOkResponse({ type: UnitNodeAnswer })
  async tree(): Promise<UnitNodeAnswer> {
    return unitNodeAnswer(await this.units.tree());
  }

  @Get(':code')
  @Requires('units:read')
  @ApiOperation({ summary: 'One unit and where it stands' })
  @ApiOkResponse({ type: UnitPlaceAnswer })
  async get(@Param('code') code: string): Promise<UnitPlaceAnswer> {
    return this.place(await this.units.get(code));
  }

  @Post()
  @Requires('units:write')
  @ApiOperation({ summary: 'Add a unit, within one’s own units' })
  @ApiCreatedResponse({ type: UnitPlaceAnswer })
  async create(@Body() body: NewUnitBody, @Who() who: Principal): Promise<UnitPlaceAnswer> {
    await refuseWider(who, [body.parent || ROOT_CODE], this.directory);
    return this.changed(await this.units.create(body));
  }

  @Patch(':code')
  @Requires('units:write')
  @ApiOperation({ summary: 'Change or move a unit; those under it move along' })
  @ApiOkResponse({ type: UnitPlaceAnswer })
  async change(
    @Param('code') code: string,
    @Body() body: ChangeUnitBody,
    @Who() who: Principal,
  ): Promise<UnitPlaceAnswer> {
    // Who moves a unit under one of their own comes to see what it has.
    await refuseWider(who, body.parent === undefined ? [code] : [code, body.parent || ROOT_CODE], this.directory);
    return this.changed(await this.units.update(code, body));
  }

  private async changed(unit: Unit): Promise<UnitPlaceAnswer> {
    await this.directory.load();
    return this.place(unit);
  }

  private async place(unit: Unit): Promise<UnitPlaceAnswer> {
    const above = await this.units.ancestorsOf(unit.id);
    return { ...unitAnswer(unit), above: above.map(({ code }) => code) };
  }
}
