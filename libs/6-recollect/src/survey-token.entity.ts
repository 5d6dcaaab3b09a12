import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A link to a survey; a survey that is sent more than once has several. */
@Entity('survey_token')
@Index('survey_token_survey_idx', ['surveyId'])
export class SurveyTokenEntity {
  /** SHA-256 of the token; the token itself is only in the message. */
  @PrimaryColumn('bytea', { name: 'token_hash', primaryKeyConstraintName: 'survey_token_pkey' })
  tokenHash!: Buffer;

  @Column('uuid', { name: 'survey_id' })
  @ForeignKey('survey', { name: 'survey_token_survey_fkey' })
  surveyId!: string;
}
