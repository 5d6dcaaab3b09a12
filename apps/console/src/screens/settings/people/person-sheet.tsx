import { Form, Input, Select } from 'antd';
import { huiyin, type Got } from '../../../api/client';
import { useMe } from '../../../app/session';
import { language } from '../../../i18n/i18n';
import type { Secret } from '../secret';
import { Sheet } from '../sheet';
import { useTexts as useSharedTexts } from '../texts';
import { UnitChoices } from '../unit-choice';
import { RoleChoice } from './roles';
import { useTexts } from './texts';

/** A person as the list has it. */
export type Person = Got<'/api/v1/people'>['items'][number];
export const PEOPLE = '/api/v1/people';

interface PersonSheetProps {
  /** Somebody to change, or `new`. */
  readonly of: Person | 'new' | undefined;
  readonly onClose: () => void;
  readonly onSecret: (secret: Secret) => void;
}

type Wanted = Pick<Person, 'username' | 'displayName' | 'language' | 'roles' | 'units'>;

/** Adds somebody, or changes name, roles and units. */
export function PersonSheet({ of, onClose, onSecret }: PersonSheetProps) {
  const t = useTexts();
  const me = useMe();
  const person = of === 'new' ? undefined : of;
  const own = person?.id === me.id;
  const save = async ({ username, displayName, language, roles, units }: Wanted) => {
    if (!person) {
      const body = { username, language, roles, units, displayName: displayName || username, mustChangePassword: true };
      return huiyin.post(PEOPLE, { body });
    }
    const rights = own ? {} : { roles, units };
    const body = { displayName, language, ...rights, revokeKeys: false };
    await huiyin.patch('/api/v1/people/{id}', { path: { id: person.id }, body });
    return undefined;
  };
  return (
    <Sheet<Wanted, Awaited<ReturnType<typeof save>>>
      key={person?.id ?? 'new'}
      title={person ? t('title1', { name: person.displayName }) : t('add')}
      open={of !== undefined}
      onClose={onClose}
      initial={person ?? { language: language(), roles: ['frontline'], units: [] }}
      save={save}
      touches={[PEOPLE]}
      onSaved={(made) =>
        made?.password && onSecret({ title: t('password', { name: made.displayName }), value: made.password })
      }
      {...(person ? {} : { saveLabel: t('add') })}
    >
      <Fields isNew={!person} own={own} />
    </Sheet>
  );
}

function Fields({ isNew, own }: { isNew: boolean; own: boolean }) {
  const t = useTexts();
  const shared = useSharedTexts();
  return (
    <>
      {isNew && (
        <Form.Item
          name="username"
          label={t('username')}
          extra={t('usernameHint')}
          rules={[{ required: true, whitespace: true, message: shared('required') }]}
        >
          <Input maxLength={64} autoFocus autoComplete="off" />
        </Form.Item>
      )}
      <Form.Item name="displayName" label={t('displayName')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="language" label={t('language')}>
        <Select
          options={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </Form.Item>
      <Form.Item name="roles" label={t('roles')} {...(own ? { extra: t('self') } : {})}>
        <RoleChoice disabled={own} />
      </Form.Item>
      {!own && (
        <Form.Item name="units" label={t('units')} extra={t('unitsHint')}>
          <UnitChoices />
        </Form.Item>
      )}
    </>
  );
}
