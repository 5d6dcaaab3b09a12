import { Button, Drawer, Form } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { useSaving, type AnyForm } from './saving';
import { useTexts } from './texts';

interface SheetProps<V extends object, A> {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly initial: Partial<V>;
  readonly save: (values: V) => Promise<A>;
  readonly touches: readonly string[];
  readonly onSaved?: (answer: A, values: V) => void;
  readonly saveLabel?: string;
  readonly wide?: boolean;
  readonly children: ReactNode | ((form: AnyForm) => ReactNode);
}

/** A form at the side of the screen: what is wrong stands at its field, and nothing that was written is lost by an error. */
export function Sheet<V extends object, A = unknown>(props: SheetProps<V, A>) {
  const { title, open, onClose, initial, save, touches, onSaved, saveLabel, wide, children } = props;
  const t = useTexts();
  const [form] = Form.useForm();
  const saving = useSaving<V, A>({
    save,
    touches,
    form,
    onSaved: (answer, values) => {
      onClose();
      onSaved?.(answer, values);
    },
  });
  useEffect(() => {
    if (open) form.resetFields();
  }, [open, form]);
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={title}
      size={wide ? 'min(960px, 100vw)' : 'min(480px, 100vw)'}
      destroyOnHidden
      forceRender={false}
      footer={
        <div className="sheet-foot">
          <Button type="primary" loading={saving.isPending} onClick={() => form.submit()}>
            {saveLabel ?? t('save')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      }
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initial}
        onFinish={(values: V) => saving.mutate(values)}
      >
        {typeof children === 'function' ? children(form) : children}
        <button type="submit" className="hidden" tabIndex={-1} aria-hidden="true" />
      </Form>
    </Drawer>
  );
}
