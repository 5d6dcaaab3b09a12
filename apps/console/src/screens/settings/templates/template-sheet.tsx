import { Form, Input } from 'antd';
import { huiyin } from '../../../api/client';
import { Sheet } from '../sheet';
import { useTexts as useSharedTexts } from '../texts';
import { Preview } from './preview';
import { TEMPLATES, useTemplateName, type Template, type Written } from './template';
import { useTexts } from './texts';

/** Writes a template, with what becomes of it beside. */
export function TemplateSheet({ of: template, onClose }: { of: Template | undefined; onClose: () => void }) {
  const t = useTexts();
  const shared = useSharedTexts();
  const nameOf = useTemplateName();
  const needed = [{ required: true, whitespace: true, message: shared('required') }];
  const save = ({ subject, body, html, sms }: Written) => {
    if (!template) return Promise.reject(new Error('There is no template to write.'));
    const { purpose, kind, language } = template;
    return huiyin.put('/api/v1/templates/{purpose}/{kind}/{language}', {
      path: { purpose, kind: kind, language },
      body: { subject, body, ...(html?.trim() && { html }), ...(sms?.trim() && { sms }) },
    });
  };
  return (
    <Sheet<Written>
      key={template ? nameOf(template) : ''}
      wide
      title={template ? t('edit1', { name: nameOf(template) }) : ''}
      open={template !== undefined}
      onClose={onClose}
      initial={template ?? {}}
      save={save}
      touches={[TEMPLATES]}
    >
      <div className="template-sides">
        <div>
          <Form.Item name="subject" label={t('subject')} rules={needed}>
            <Input />
          </Form.Item>
          <Form.Item name="body" label={t('body')} extra={t('bodyHint')} rules={needed}>
            <Input.TextArea rows={8} />
          </Form.Item>
          <Form.Item name="sms" label={t('sms')}>
            <Input.TextArea rows={2} />
          </Form.Item>
          <Form.Item name="html" label={t('html')} extra={t('htmlHint')}>
            <Input.TextArea className="code" rows={3} />
          </Form.Item>
        </div>
        {template && <Preview template={template} />}
      </div>
    </Sheet>
  );
}
