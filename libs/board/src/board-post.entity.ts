import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { PostFigures, PostWords } from './board.js';

/** Whether the board is open, and its name, as stored: one row. */
@Entity('board_setting')
@Check('board_setting_only_check', '"only"')
export class BoardSettingEntity {
  @PrimaryColumn('boolean', { primaryKeyConstraintName: 'board_setting_pkey', default: true })
  only!: boolean;

  @Column('boolean', { default: true })
  open!: boolean;

  @Column('text', { name: 'name_zh', default: '建议反馈专区' })
  nameZh!: string;

  @Column('text', { name: 'name_en', default: 'Suggestions' })
  nameEn!: string;
}

/** What was made public of a cluster or an item, as stored. */
@Entity('board_post')
@Unique('board_post_slug_key', ['slug'])
@Index('board_post_cluster_key', ['clusterId'], { unique: true, where: 'public' })
@Index('board_post_feedback_key', ['feedbackId'], { unique: true, where: 'public' })
@Index('board_post_published_idx', ['publishedAt'])
@Check('board_post_subject_check', '(cluster_id is null) <> (feedback_id is null)')
@Check('board_post_words_check', 'zh is not null or en is not null')
export class BoardPostEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'board_post_pkey' })
  id!: string;

  /** Last part of its address. */
  @Column('text')
  slug!: string;

  @Column('uuid', { name: 'cluster_id', nullable: true })
  @ForeignKey('cluster', { name: 'board_post_cluster_fkey' })
  clusterId!: string | null;

  @Column('uuid', { name: 'feedback_id', nullable: true })
  @ForeignKey('feedback', { name: 'board_post_feedback_fkey' })
  feedbackId!: string | null;

  @Column('jsonb', { nullable: true })
  zh!: PostWords | null;

  @Column('jsonb', { nullable: true })
  en!: PostWords | null;

  /** False once it was withdrawn. */
  @Column('boolean', { default: true })
  public!: boolean;

  /** As it was seen to stand last. */
  @Column('text', { default: 'open' })
  status!: string;

  @Column('timestamptz', { name: 'status_since', default: () => 'loop_now()' })
  statusSince!: string;

  /** As followers know it. */
  @Column('text', { name: 'told_status', default: 'open' })
  toldStatus!: string;

  @Column('jsonb', { default: {} })
  figures!: Partial<PostFigures>;

  /** When they were counted last. */
  @Column('timestamptz', { name: 'figures_at', nullable: true })
  figuresAt!: string | null;

  @Column('timestamptz', { name: 'published_at', default: () => 'loop_now()' })
  publishedAt!: string;

  @Column('text', { name: 'published_by' })
  publishedBy!: string;

  @Column('timestamptz', { name: 'changed_at', default: () => 'loop_now()' })
  changedAt!: string;
}

/** Something that was told of a post, as stored. */
@Entity('board_update')
@Index('board_update_post_idx', ['postId', 'id'])
export class BoardUpdateEntity {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'board_update_pkey',
  })
  id!: number;

  @Column('uuid', { name: 'post_id' })
  @ForeignKey('board_post', { name: 'board_update_post_fkey', onDelete: 'CASCADE' })
  postId!: string;

  @Column('text')
  status!: string;

  @Column('timestamptz', { default: () => 'loop_now()' })
  at!: string;
}

/** "Me too", as stored: of whom, nobody can read. */
@Entity('board_vote')
@Index('board_vote_address_idx', ['address', 'votedAt'], { where: 'address is not null' })
export class BoardVoteEntity {
  @PrimaryColumn('uuid', { name: 'post_id', primaryKeyConstraintName: 'board_vote_pkey' })
  @ForeignKey('board_post', { name: 'board_vote_post_fkey', onDelete: 'CASCADE' })
  postId!: string;

  /** Blind index of a browser or a mailbox. */
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'board_vote_pkey' })
  voter!: Buffer;

  /** Blind index of the network, for two days. */
  @Column('bytea', { nullable: true })
  address!: Buffer | null;

  /** The suggestion that staff counted with this post. */
  @Column('uuid', { name: 'feedback_id', nullable: true })
  @ForeignKey('feedback', { name: 'board_vote_feedback_fkey' })
  feedbackId!: string | null;

  @Column('timestamptz', { name: 'voted_at', default: () => 'loop_now()' })
  votedAt!: string;
}
