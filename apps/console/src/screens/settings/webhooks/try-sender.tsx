import { Button, Drawer, Form } from 'antd';
import { useState } from 'react';
import type { Answer, Operation } from '@huiyin/client';
import { huiyin } from '../../../api/client';
import { useSaving } from '../saving';
import { JsonField } from './json-field';
import type { Sender } from './sender';
import { useTexts } from './texts';

type Tried = Answer<Operation<'post', '/api/v1/inbound-sources/{name}/try'>>;

/** Shows what a sample of a sender would become. Nothing is kept. */
export function TrySender({ of: sender, onClose }: { of: Sender | undefined; onClose: () => void }) {
  const t = useTexts();
  return (
    <Drawer
      open={sender !== undefined}
      onClose={onClose}
      size="min(640px, 100vw)"
      title={t('tryOf', { name: sender?.name ?? '' })}
      destroyOnHidden
    >
      {sender && <Trial name={sender.name} />}
    </Drawer>
  );
}

function Trial({ name }: { name: string }) {
  const t = useTexts();
  const [form] = Form.useForm();
  const [tried, setTried] = useState<Tried | undefined>();
  const trying = useSaving<{ sample: string }, Tried>({
    save: ({ sample }) =>
      huiyin.post('/api/v1/inbound-sources/{name}/try', {
        path: { name },
        body: { sample: JSON.parse(sample) as Record<string, unknown> },
      }),
    touches: [],
    onSaved: setTried,
    form,
  });
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ sample: '{\n  \n}' }}
      onFinish={(values: { sample: string }) => trying.mutate(values)}
    >
      <JsonField name="sample" label={t('sample')} />
      <Button type="primary" htmlType="submit" loading={trying.isPending}>
        {t('try')}
      </Button>
      {tried && (
        <>
          <h3>{t('tried')}</h3>
          {tried.items.map(({ type, piece, solved, detail, errors }, index) => (
            <div key={index} className="stack">
              <p className={type === 'bad' ? 'late' : undefined}>
                {t(type)} {detail}
              </p>
              <pre className="written code small">{JSON.stringify(piece ?? solved ?? errors ?? {}, null, 2)}</pre>
            </div>
          ))}
        </>
      )}
    </Form>
  );
}
