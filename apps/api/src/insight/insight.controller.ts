import { Database } from '@huiyin/database';
import {
  readArrivals,
  readComplaintRates,
  readFlow,
  readSatisfaction,
  readSummary,
  readUnitTimes,
  scopesOf,
  type InsightFilter,
  type Scope,
} from '@huiyin/journey';
import { UnitDirectory, type Sight } from '@huiyin/org';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, Sees } from '../auth/access.js';
import { unitPath } from '../http/unit-path.js';
import { InsightQueryDto, SatisfactionQueryDto, ZonedQueryDto } from './insight-query.dto.js';
import { ArrivalsDto, ComplaintsDto, FlowDto, SatisfactionDto, SummaryDto, TimesByUnitDto } from './insight.dto.js';

const BY_UNIT =
  'The units are those right under the one that is asked for (the unit itself where nothing is under it), as far as they are seen.';
const ZONED = 'Days are put together from slots of four hours in UTC: in zones whose midnight lies within a slot, that slot belongs to the day on which it begins.'; // prettier-ignore

/** Whether promises are kept, and the pictures behind it. */
@ApiTags('insight')
@Controller('api/v1/insight')
export class InsightController {
  constructor(
    private readonly db: Database,
    private readonly units: UnitDirectory,
  ) {}

  @Get('summary')
  @Requires('loop:read')
  @ApiOperation({ summary: 'Closed loop, re-opened, within the limit, satisfaction, the whole way round' })
  @ApiOkResponse({ type: SummaryDto })
  async summary(@Query() query: InsightQueryDto, @Sees() sight: Sight): Promise<SummaryDto> {
    return readSummary(this.db, await this.filter(query, sight));
  }

  @Get('times')
  @Requires('loop:read')
  @ApiOperation({ summary: 'Waiting and working by stage and unit', description: BY_UNIT })
  @ApiOkResponse({ type: TimesByUnitDto })
  async times(@Query() query: InsightQueryDto, @Sees() sight: Sight): Promise<TimesByUnitDto> {
    const filter = await this.filter(query, sight);
    const { times, ...period } = await readUnitTimes(this.db, filter, this.unitsOf(filter));
    return { ...period, times: times.map((one) => ({ ...one, unit: one.unit === null ? null : this.code(one.unit) })) };
  }

  @Get('flow')
  @Requires('loop:read')
  @ApiOperation({ summary: 'How many took which way through the loop, hand-backs and re-opened items included' })
  @ApiOkResponse({ type: FlowDto })
  async flow(@Query() query: InsightQueryDto, @Sees() sight: Sight): Promise<FlowDto> {
    return readFlow(this.db, await this.filter(query, sight));
  }

  @Get('satisfaction')
  @Requires('loop:read')
  @ApiOperation({ summary: 'What customers said, over time', description: ZONED })
  @ApiOkResponse({ type: SatisfactionDto })
  async satisfaction(@Query() query: SatisfactionQueryDto, @Sees() sight: Sight): Promise<SatisfactionDto> {
    return readSatisfaction(this.db, await this.filter(query, sight), { by: query.by, zone: query.zone });
  }

  @Get('arrivals')
  @Requires('loop:read')
  @ApiOperation({ summary: 'When items come in, by weekday and hour' })
  @ApiOkResponse({ type: ArrivalsDto })
  async arrivals(@Query() query: ZonedQueryDto, @Sees() sight: Sight): Promise<ArrivalsDto> {
    return readArrivals(this.db, await this.filter(query, sight), query.zone);
  }

  @Get('complaints')
  @Requires('loop:read')
  @ApiOperation({ summary: 'Complaints for 10,000 customers (万投比), by unit', description: `${BY_UNIT} \`kind\` changes nothing here.` }) // prettier-ignore
  @ApiOkResponse({ type: ComplaintsDto })
  async complaints(@Query() query: InsightQueryDto, @Sees() sight: Sight): Promise<ComplaintsDto> {
    const filter = await this.filter(query, sight);
    const { rates, ...period } = await readComplaintRates(this.db, filter, this.unitsOf(filter));
    return { ...period, rates: rates.map((rate) => ({ ...rate, unit: this.code(rate.unit) })) };
  }

  private async filter(query: InsightQueryDto, sight: Sight): Promise<InsightFilter> {
    const path = await unitPath(query.unit, this.units);
    // Without a unit named nothing has made sure yet that the tree is there.
    await this.units.resolve([]);
    const { from = null, to = null, kind = null, product = null } = query;
    return { from, to, kind, product, unitPath: path ?? null, sight };
  }

  /** What is told apart: the units under the one that is looked at, or the several that are seen of it. */
  private unitsOf(filter: InsightFilter): Scope[] {
    const scopes = scopesOf(filter);
    if (scopes.length !== 1) return scopes;
    const unit = scopes[0]!.id === 0 ? this.units.root : this.units.byId(scopes[0]!.id);
    if (!unit) return scopes;
    const under = this.units.subtreeOf(unit).filter(({ parentId }) => parentId === unit.id);
    return (under.length > 0 ? under : [unit])
      .sort((a, b) => (a.code < b.code ? -1 : 1))
      .map(({ id, path }) => ({ id, path }));
  }

  private code(id: number): string {
    return this.units.byId(id)?.code ?? String(id);
  }
}
