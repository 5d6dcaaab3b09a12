import { BoardPosts, BoardSubmissions, cleanWords, type NewPost } from '@huiyin/board';
import { CONFIG, type Config } from '@huiyin/config';
import type { Principal } from '@huiyin/org';
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ChangesNothing, RecordedItself } from '../audit/recorded.js';
import { Requires, Who } from '../auth/access.js';
import { badId } from '../http/validation.js';
import {
  BoardSettingDto,
  BoardSettingPatchDto,
  ListPostsDto,
  NewPostDto,
  PostDto,
  PostPatchDto,
  PostPreviewDto,
  PreviewPageDto,
} from './board-staff.dto.js';
import {
  ListSubmissionsDto,
  SubmissionDecisionDto,
  SubmissionDto,
  SubmissionPageDto,
} from './board-submissions.dto.js';
import { postPage } from './post.page.js';

const Id = () => Param('id', new ParseUUIDPipe({ exceptionFactory: badId }));

/** The board as staff work on it: what is public, and what visitors have suggested. */
@ApiTags('board')
@Controller('api/v1/board')
export class BoardStaffController {
  constructor(
    private readonly posts: BoardPosts,
    private readonly submissions: BoardSubmissions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('settings')
  @Requires('clusters:read')
  @ApiOperation({ summary: 'Whether the board is open, and its name' })
  @ApiOkResponse({ type: BoardSettingDto })
  setting(): Promise<BoardSettingDto> {
    return this.posts.setting();
  }

  @Patch('settings')
  @Requires('admin')
  @RecordedItself()
  @ApiOperation({ summary: 'Open or close the board, name it' })
  @ApiOkResponse({ type: BoardSettingDto })
  changeSetting(@Body() body: BoardSettingPatchDto, @Who() who: Principal): Promise<BoardSettingDto> {
    return this.posts.changeSetting(body, who);
  }

  @Get('posts')
  @Requires('clusters:write')
  @ApiOperation({ summary: 'What is or was public, the latest 200', description: 'Of what one sees an item of.' })
  @ApiOkResponse({ type: [PostDto] })
  list(@Query() query: ListPostsDto, @Who() who: Principal): Promise<PostDto[]> {
    return this.posts.list(query, who);
  }

  @Post('posts')
  @Requires('clusters:write')
  @RecordedItself()
  @ApiOperation({
    summary: 'Make a cluster or an item public',
    description: 'In words of your own; personal data that was copied along is masked. It shows at once.',
  })
  @ApiCreatedResponse({ type: PostDto })
  publish(@Body() body: NewPostDto, @Who() who: Principal): Promise<PostDto> {
    return this.posts.publish(newPost(body), who);
  }

  @Post('preview')
  @HttpCode(200)
  @Requires('clusters:write')
  @ChangesNothing()
  @ApiOperation({ summary: 'A post as everybody would see it; nothing is stored' })
  @ApiOkResponse({ type: PreviewPageDto })
  async preview(@Body() { language = 'zh', ...body }: PostPreviewDto, @Who() who: Principal): Promise<PreviewPageDto> {
    const post = newPost(body);
    await this.posts.refuseUnseen(post, who);
    const setting = await this.posts.setting();
    const { publicUrl } = this.config;
    const view = { language, chosen: true, setting, publicUrl, canMail: false };
    const shown = await this.posts.wouldBe({ ...post, ...cleanWords(post) });
    return { html: postPage(view, shown, { updates: [], voted: false, preview: true }) };
  }

  @Get('posts/:id')
  @Requires('clusters:write')
  @ApiOperation({ summary: 'One post' })
  @ApiOkResponse({ type: PostDto })
  get(@Id() id: string, @Who() who: Principal): Promise<PostDto> {
    return this.posts.get(id, who);
  }

  @Patch('posts/:id')
  @Requires('clusters:write')
  @RecordedItself()
  @ApiOperation({ summary: 'Change the words, withdraw, or make public again', description: 'The address stays.' })
  @ApiOkResponse({ type: PostDto })
  change(@Id() id: string, @Body() body: PostPatchDto, @Who() who: Principal): Promise<PostDto> {
    return this.posts.change(id, body, who);
  }

  @Delete('posts/:id')
  @HttpCode(204)
  @Requires('clusters:write')
  @RecordedItself()
  @ApiOperation({ summary: 'Remove a post with its votes and followers for good' })
  @ApiNoContentResponse()
  remove(@Id() id: string, @Who() who: Principal): Promise<void> {
    return this.posts.remove(id, who);
  }

  @Get('submissions')
  @Requires('clusters:write')
  @ApiOperation({ summary: 'What visitors have suggested, the latest first', description: 'Of what one may see.' })
  @ApiOkResponse({ type: SubmissionPageDto })
  async queue(@Query() query: ListSubmissionsDto, @Who() who: Principal): Promise<SubmissionPageDto> {
    const { state = 'waiting', before, limit = 50 } = query;
    const items = await this.submissions.list({ state, limit, ...(before === undefined ? {} : { before }) }, who);
    return { items, nextBefore: items.length === limit ? (items.at(-1)?.feedbackId ?? null) : null };
  }

  @Post('submissions/:id/decision')
  @HttpCode(200)
  @Requires('clusters:write')
  @RecordedItself()
  @ApiOperation({
    summary: 'Count a suggestion with a post, keep it to the loop, or put it back',
    description: 'The item itself goes on through the loop, and its customer is answered, whatever is decided here.',
  })
  @ApiOkResponse({ type: SubmissionDto })
  decide(@Id() id: string, @Body() body: SubmissionDecisionDto, @Who() who: Principal): Promise<SubmissionDto> {
    return this.submissions.decide(id, body, who);
  }
}

function newPost({ clusterId, feedbackId, zh = null, en = null }: NewPostDto): NewPost {
  return { ...(clusterId ? { clusterId } : {}), ...(feedbackId ? { feedbackId } : {}), zh, en };
}
