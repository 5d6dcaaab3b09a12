import { Button, Form, Input, Radio, TreeSelect } from 'antd';
import { huiyin } from '../../../api/client';
import { useCategories } from '../../../parts/categories';
import { useSaving } from '../saving';
import { useTexts as useSharedTexts } from '../texts';
import { WORDS, type Word } from './word';
import { useTexts } from './texts';

interface Wanted {
  readonly words: string;
  readonly kind: Word['kind'];
  readonly category?: string;
}

const KINDS = ['word', 'cue', 'stop'] as const;

/** Several words at once, all of one kind. */
export function NewWords() {
  const t = useTexts();
  const shared = useSharedTexts();
  const { tree } = useCategories();
  const [form] = Form.useForm();
  const kind = Form.useWatch<Wanted['kind'] | undefined>('kind', form);
  const adding = useSaving<Wanted>({
    save: ({ words, kind: counts, category }) =>
      huiyin.post(WORDS, {
        body: {
          words: split(words).map((word) => ({
            word,
            kind: counts,
            ...(counts === 'cue' && category && { category }),
          })),
        },
      }),
    touches: [WORDS],
    onSaved: () => form.resetFields(['words']),
    form,
  });
  const needed = { required: true, message: shared('required') };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ kind: 'word' }}
      onFinish={(wanted: Wanted) => adding.mutate(wanted)}
    >
      <Form.Item name="words" label={t('wordsLabel')} rules={[{ ...needed, whitespace: true }]}>
        <Input.TextArea rows={1} />
      </Form.Item>
      <Form.Item name="kind" label={t('kind')} {...(kind && { extra: t(`about.${kind}`) })}>
        <Radio.Group options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))} />
      </Form.Item>
      {kind === 'cue' && (
        <Form.Item name="category" label={t('category')} rules={[needed]}>
          <TreeSelect showSearch={{ treeNodeFilterProp: 'title' }} treeData={tree} />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" loading={adding.isPending}>
        {t('add')}
      </Button>
    </Form>
  );
}

function split(text: string): string[] {
  return [...new Set(text.split(/[\n,，、;；]/).map((word) => word.trim()))].filter(Boolean);
}
