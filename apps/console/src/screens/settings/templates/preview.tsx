import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Form, Input, Tabs } from 'antd';
import { useState } from 'react';
import { huiyin } from '../../../api/client';
import { useDebounced } from '../../../parts/debounced';
import { Bones, Trouble } from '../../../parts/states';
import { HtmlFrame } from './html-frame';
import type { Template, Written } from './template';
import { useTexts } from './texts';

const TYPING_MS = 300;

/** The message as the customer will read it, made by the server from what is being written. */
export function Preview({ template: { purpose, kind, language, ...initial } }: { template: Template }) {
  const t = useTexts();
  const form = Form.useFormInstance<Written>();
  const written = Form.useWatch((values: Written) => values, form) ?? initial;
  const [item, setItem] = useState<string | undefined>();
  const tried = useDebounced(JSON.stringify(pieces(written)), TYPING_MS);
  const body = {
    purpose,
    kind: kind,
    language,
    ...(JSON.parse(tried) as Written & { html?: string; sms?: string }),
    ...(item && { item }),
  };
  const preview = useQuery({
    queryKey: ['preview of a template', purpose, kind, language, tried, item],
    queryFn: ({ signal }) => huiyin.post('/api/v1/templates/preview', { body, signal }),
    placeholderData: keepPreviousData,
    retry: false,
  });
  const shown = preview.data;
  return (
    <section className="template-preview" aria-label={t('preview')}>
      <h3>{t('preview')}</h3>
      <Input
        placeholder={t('item')}
        aria-label={t('item')}
        allowClear
        onPressEnter={(event) => event.preventDefault()}
        onBlur={({ target }) => setItem(target.value.trim() || undefined)}
      />
      {preview.error && <Trouble error={preview.error} />}
      {!shown && !preview.error && <Bones rows={6} />}
      {shown && (
        <>
          <p className="template-subject">{shown.subject}</p>
          <Tabs
            items={[
              { key: 'html', label: t('asHtml'), children: <HtmlFrame html={shown.html} title={t('previewLabel')} /> },
              { key: 'text', label: t('asText'), children: <p className="written">{shown.text}</p> },
              {
                key: 'sms',
                label: t('asSms'),
                children: (
                  <>
                    <p className="written">{shown.sms.text}</p>
                    <p className="faint small">
                      {t('parts', { length: shown.sms.length, parts: shown.sms.parts, encoding: shown.sms.encoding })}
                    </p>
                  </>
                ),
              },
            ]}
          />
        </>
      )}
    </section>
  );
}

function pieces({ subject, body, html, sms }: Written) {
  return { subject, body, ...(html?.trim() && { html }), ...(sms?.trim() && { sms }) };
}
