import { KINDS } from '@huiyin/loop';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { ask, huiyin } from '../../../api/client';
import { useActors } from '../../../parts/actors';
import { useNames } from '../../../parts/names';
import { Panel } from '../../../parts/page';
import { When } from '../../../parts/time';
import { Answered, Grid } from '../grid';
import { useSaving } from '../saving';
import { useTexts as useSharedTexts } from '../texts';
import { TEMPLATES, useTemplateName, type Template } from './template';
import { TemplateSheet } from './template-sheet';
import { useTexts } from './texts';

/** The templates by what they are for; one for a single kind is made from the one for any. */
export function Templates() {
  const t = useTexts();
  const names = useNames();
  const templates = useQuery(ask(TEMPLATES));
  const [edited, setEdited] = useState<Template | undefined>();
  const list = templates.data ?? [];
  const choices = (['answer', 'survey'] as const).flatMap((purpose) =>
    (['zh', 'en'] as const).map((language) => {
      const general = list.find((one) => one.purpose === purpose && one.kind === 'any' && one.language === language);
      const taken = list.filter((one) => one.purpose === purpose && one.language === language).map(({ kind }) => kind);
      return {
        key: `${purpose} ${language}`,
        label: `${t(purpose)} · ${t(language)}`,
        children: KINDS.filter((kind) => !taken.includes(kind)).map((kind) => ({
          key: `${purpose} ${language} ${kind}`,
          label: names.kind(kind),
          onClick: () => general && setEdited({ ...general, kind, version: 0 }),
        })),
      };
    }),
  );
  return (
    <Panel
      title={t('templates')}
      extra={
        <Dropdown menu={{ items: choices }} trigger={['click']}>
          <Button>{t('add')}</Button>
        </Dropdown>
      }
    >
      <Answered of={templates}>{(all) => <Table templates={all} onEdit={setEdited} />}</Answered>
      <TemplateSheet of={edited} onClose={() => setEdited(undefined)} />
    </Panel>
  );
}

function Table({ templates, onEdit }: { templates: readonly Template[]; onEdit: (template: Template) => void }) {
  const t = useTexts();
  const shared = useSharedTexts();
  const nameOf = useTemplateName();
  const actors = useActors(templates.map(({ changedBy }) => changedBy));
  return (
    <Grid
      label={t('templates')}
      rows={templates}
      keyOf={nameOf}
      columns={[
        { title: t('purpose'), cell: nameOf },
        { title: t('subject'), wide: true, cell: ({ subject }) => subject },
        {
          title: t('version'),
          cell: ({ version }) =>
            version === 0 ? <span className="faint">{t('byDefault')}</span> : t('versionN', { n: version }),
        },
        { title: t('changed'), cell: ({ changedAt, changedBy }) => (changedAt ? <><When iso={changedAt} /> <span className="faint">{actors(changedBy)}</span></> : null) }, // prettier-ignore
        {
          title: shared('actions'),
          cell: (template) => (
            <div className="line">
              <Button size="small" aria-label={t('edit1', { name: nameOf(template) })} onClick={() => onEdit(template)}>
                {shared('edit')}
              </Button>
              {template.version > 0 && <Back template={template} />}
            </div>
          ),
        },
      ]}
    />
  );
}

/** Back to what is more general; what was written stays at hand, so that it can be put back. */
function Back({ template: { purpose, kind, language, subject, body, html, sms } }: { template: Template }) {
  const t = useTexts();
  const shared = useSharedTexts();
  const { message } = App.useApp();
  const path = { purpose, kind: kind, language };
  const restoring = useSaving({
    save: () => huiyin.put('/api/v1/templates/{purpose}/{kind}/{language}', { path, body: { subject, body, ...(html && { html }), ...(sms && { sms }) } }), // prettier-ignore
    touches: [TEMPLATES],
  });
  const removing = useSaving({
    save: () => huiyin.delete('/api/v1/templates/{purpose}/{kind}/{language}', { path }),
    touches: [TEMPLATES],
    onSaved: () => {
      const undo = (
        <button type="button" className="link-button" onClick={() => restoring.mutate()}>
          {shared('undo')}
        </button>
      );
      void message.success({
        content: (
          <>
            {t('backDone')} {undo}
          </>
        ),
        duration: 8,
      });
    },
  });
  return (
    <Button size="small" onClick={() => removing.mutate()}>
      {t('back')}
    </Button>
  );
}
