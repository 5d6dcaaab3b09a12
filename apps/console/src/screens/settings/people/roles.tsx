import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { ask, type Got } from '../../../api/client';
import { may, useMe } from '../../../app/session';
import { language } from '../../../i18n/i18n';
import { Answered } from '../grid';

/** A role, with its name and sentence in both languages. */
export type Role = Got<'/api/v1/roles'>[number];

/** The roles, asked for once. */
export function useRoles() {
  const asked = useQuery({ ...ask('/api/v1/roles'), staleTime: Infinity });
  const nameOf = (role: string) => {
    const found = asked.data?.find((one) => one.role === role);
    return found ? (language() === 'zh' ? found.nameZh : found.nameEn) : role;
  };
  return { asked, nameOf };
}

interface RoleChoiceProps {
  readonly value?: readonly string[];
  readonly onChange?: (value: string[]) => void;
  readonly disabled?: boolean;
}

/** Roles to choose, each with the sentence of what it is for. One cannot give more than one may do. */
export function RoleChoice({ value = [], onChange, disabled = false }: RoleChoiceProps) {
  const { asked, nameOf } = useRoles();
  const me = useMe();
  return (
    <Answered of={asked}>
      {(roles) => (
        <div className="scopes">
          {roles.map(({ role, zh, en, scopes }) => (
            <Checkbox
              key={role}
              checked={value.includes(role)}
              disabled={disabled || scopes.some((scope) => !may(me.scopes, scope))}
              onChange={({ target }) =>
                onChange?.(target.checked ? [...value, role] : value.filter((one) => one !== role))
              }
            >
              {nameOf(role)}
              <br />
              <span className="faint small">{language() === 'zh' ? zh : en}</span>
            </Checkbox>
          ))}
        </div>
      )}
    </Answered>
  );
}
