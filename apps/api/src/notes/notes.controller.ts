import { Database } from '@huiyin/database';
import { findItem } from '@huiyin/journey';
import { namesOfActors, sightOf, UnitDirectory, unitsSeen, type Principal, type Sight } from '@huiyin/org';
import { Notes, type NoteView } from '@huiyin/resolve';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, Sees, Who } from '../auth/access.js';
import { takingUnit } from '../http/unit-path.js';
import { ActorDto, ActorsQueryDto, ListQuestionsDto, NewNoteDto, NoteDto, OpenQuestionDto } from './notes.dto.js';

/** What colleagues write to each other about an item, and what they are called. */
@ApiTags('resolve')
@Controller('api/v1')
export class NotesController {
  constructor(
    private readonly db: Database,
    private readonly notes: Notes,
    private readonly units: UnitDirectory,
  ) {}

  @Get('feedback/:idOrReference/notes')
  @Requires('feedback:read')
  @ApiOperation({ summary: 'The notes of an item, oldest first', description: 'For staff; no customer reads them.' })
  @ApiOkResponse({ type: [NoteDto] })
  async ofItem(@Param('idOrReference') name: string, @Sees() sight: Sight): Promise<NoteDto[]> {
    return this.named(await this.notes.ofItem(await findItem(this.db, name, sight)));
  }

  @Post('feedback/:idOrReference/notes')
  @Requires('feedback:write')
  @ApiOperation({
    summary: 'Write a note for colleagues, or ask another unit',
    description: 'A unit that is asked sees the item from then on. What identifies the customer is masked.',
  })
  @ApiCreatedResponse({ type: NoteDto })
  async write(
    @Param('idOrReference') name: string,
    @Body() { text, unit, replyTo }: NewNoteDto,
    @Who() who: Principal,
  ): Promise<NoteDto> {
    const id = await findItem(this.db, name, sightOf(who));
    const unitId = unit === undefined ? null : (await takingUnit(unit, this.units)).id;
    const note = await this.notes.write(id, { text, unitId, replyTo: replyTo ?? null }, who.actor);
    return { ...note, authorName: who.name };
  }

  @Get('questions')
  @Requires('feedback:read')
  @ApiOperation({ summary: 'Questions to the units that one belongs to which wait for an answer, the oldest first' })
  @ApiOkResponse({ type: [OpenQuestionDto] })
  async questions(@Query() { limit = 50 }: ListQuestionsDto, @Sees() sight: Sight): Promise<OpenQuestionDto[]> {
    return this.named(await this.notes.open((put, column) => unitsSeen(sight, put, column), limit));
  }

  @Get('actors')
  @Requires('feedback:read')
  @ApiOperation({ summary: 'What people and keys are called', description: 'Those that are unknown are left out.' })
  @ApiOkResponse({ type: [ActorDto] })
  async actors(@Query() { of }: ActorsQueryDto): Promise<ActorDto[]> {
    const names = await namesOfActors(this.db, of.split(','));
    return [...names].map(([actor, name]) => ({ actor, name }));
  }

  private async named<N extends NoteView>(notes: readonly N[]): Promise<(N & { authorName: string | null })[]> {
    const names = notes.length > 0 ? await namesOfActors(this.db, notes.map(({ author }) => author)) : new Map<string, string>(); // prettier-ignore
    return notes.map((note) => ({ ...note, authorName: names.get(note.author) ?? null }));
  }
}
