import { INTAKE_CHANNELS, KINDS } from '@huiyin/loop';
import { Input, Select } from 'antd';
import { useId } from 'react';
import { useNames } from '../../../parts/names';
import { UnitChoice } from '../unit-choice';
import type { Said } from './send-file';
import { useTexts } from './texts';

/** What holds for rows that say nothing else. */
export function ForEveryRow({ said, onChange }: { said: Said; onChange: (said: Said) => void }) {
  const t = useTexts();
  const names = useNames();
  const id = useId();
  return (
    <fieldset className="for-all">
      <legend>{t('forAll')}</legend>
      <div className="for-all-field">
        <label htmlFor={`${id}source`}>{t('source')}</label>
        <Input
          id={`${id}source`}
          maxLength={100}
          aria-describedby={`${id}hint`}
          // With another source a remembered mapping may fit better than the one guessed.
          onBlur={({ target }) => target.value !== (said.source ?? '') && onChange({ ...said, source: target.value || undefined, mapping: undefined })} // prettier-ignore
        />
        <span id={`${id}hint`} className="faint small">
          {t('sourceHint')}
        </span>
      </div>
      <div className="for-all-field">
        <span>{t('unit')}</span>
        <UnitChoice
          label={t('unit')}
          value={said.unit ?? null}
          placeholder="–"
          onChange={(unit) => onChange({ ...said, unit })}
        />
      </div>
      <div className="for-all-field">
        <span>{t('channel')}</span>
        <Select<string>
          aria-label={t('channel')}
          allowClear
          placeholder="–"
          value={said.channel ?? null}
          options={INTAKE_CHANNELS.map((value) => ({ value, label: names.channel(value) }))}
          onChange={(channel) => onChange({ ...said, channel: channel || undefined })}
        />
      </div>
      <div className="for-all-field">
        <span>{t('kind')}</span>
        <Select<string>
          aria-label={t('kind')}
          allowClear
          placeholder={t('asAnalysed')}
          value={said.kind ?? null}
          options={KINDS.map((value) => ({ value, label: names.kind(value) }))}
          onChange={(kind) => onChange({ ...said, kind: kind || undefined })}
        />
      </div>
    </fieldset>
  );
}
