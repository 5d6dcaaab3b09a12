import { UserOutlined } from '@ant-design/icons';
import { Button, type ButtonProps } from 'antd';
import { texts } from '../i18n/texts';

const useTexts = texts('person-button', { zh: { own: '我的账号' }, en: { own: 'My account' } });

/** Opens what people choose for themselves. */
export function PersonButton({ name, ...rest }: { readonly name: string } & ButtonProps) {
  const t = useTexts();
  return (
    <Button type="text" icon={<UserOutlined />} aria-label={`${t('own')}: ${name}`} aria-haspopup="menu" {...rest}>
      <span className="person-name">{name}</span>
    </Button>
  );
}
