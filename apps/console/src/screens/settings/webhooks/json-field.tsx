import { Form, Input } from 'antd';
import { useTexts } from './texts';

/** A field that holds JSON as text. */
export function JsonField({ name, label, rows = 8 }: { name: string; label: string; rows?: number }) {
  const t = useTexts();
  const check = (_: unknown, value: string) =>
    isObject(value) ? Promise.resolve() : Promise.reject(new Error(t('notJson')));
  return (
    <Form.Item name={name} label={label} rules={[{ validator: check }]}>
      <Input.TextArea className="code" rows={rows} spellCheck={false} />
    </Form.Item>
  );
}

function isObject(text: string): boolean {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null;
  } catch {
    return false;
  }
}
