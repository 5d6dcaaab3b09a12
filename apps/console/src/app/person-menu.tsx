import { useQueryClient } from '@tanstack/react-query';
import { Dropdown } from 'antd';
import { useState } from 'react';
import { huiyin } from '../api/client';
import { language, setLanguage, type Language } from '../i18n/i18n';
import { texts } from '../i18n/texts';
import { PersonButton } from './person-button';
import { prefer, usePreferences, type Preferences } from './preferences';
import { useMe } from './session';

const useTexts = texts('person-menu', {
  zh: {
    look: '外观',
    light: '浅色',
    dark: '深色',
    system: '跟随系统',
    density: '密度',
    roomy: '宽松',
    dense: '紧凑',
    language: '语言',
    keys: '快捷键 (?)',
    signOut: '退出登录',
  },
  en: {
    look: 'Theme',
    light: 'Light',
    dark: 'Dark',
    system: 'As the system',
    density: 'Density',
    roomy: 'Roomy',
    dense: 'Dense',
    language: 'Language',
    keys: 'Shortcuts (?)',
    signOut: 'Sign out',
  },
});

const LANGUAGES = [
  { key: 'zh', label: '中文' },
  { key: 'en', label: 'English' },
] as const satisfies readonly { key: Language; label: string }[];

/** What people choose for themselves, and the way out; open when it is fetched. */
export default function PersonMenu({ onKeys }: { onKeys: () => void }) {
  const t = useTexts();
  const me = useMe();
  const chosen = usePreferences();
  const client = useQueryClient();
  const [open, setOpen] = useState(true);

  const speak = (next: Language): void => {
    setLanguage(next);
    // Kept with the person as well, for the mails that they get; the screen does not wait for it.
    if (me.kind === 'person') void huiyin.patch('/api/v1/me', { body: { language: next } }).catch(() => undefined);
  };
  const signOut = async (): Promise<void> => {
    await huiyin.delete('/api/v1/session');
    client.clear();
    window.location.assign('/console/');
  };
  const groups = {
    look: (['light', 'dark', 'system'] as const).map((key) => ({ key: `look:${key}`, label: t(key) })),
    density: (['roomy', 'dense'] as const).map((key) => ({ key: `density:${key}`, label: t(key) })),
  };

  return (
    <Dropdown
      open={open}
      onOpenChange={setOpen}
      trigger={['click']}
      placement="bottomRight"
      menu={{
        selectedKeys: [`look:${chosen.look}`, `density:${chosen.density}`, `language:${language()}`],
        onClick: ({ key }) => {
          const [group, value] = key.split(':');
          if (group === 'look') prefer({ look: value as Preferences['look'] });
          if (group === 'density') prefer({ density: value as Preferences['density'] });
          if (group === 'language') speak(value as Language);
          if (key === 'keys') onKeys();
          if (key === 'out') void signOut();
        },
        items: [
          { key: 'language', type: 'group', label: t('language'), children: LANGUAGES.map(({ key, label }) => ({ key: `language:${key}`, label })) }, // prettier-ignore
          { key: 'look', type: 'group', label: t('look'), children: groups.look },
          { key: 'density', type: 'group', label: t('density'), children: groups.density },
          { type: 'divider' },
          { key: 'keys', label: t('keys') },
          { key: 'out', label: t('signOut') },
        ],
      }}
    >
      <PersonButton name={me.name} />
    </Dropdown>
  );
}
