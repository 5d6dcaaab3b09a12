import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { ask } from '../../../api/client';
import { may, useMe } from '../../../app/session';
import { language } from '../../../i18n/i18n';
import { Answered } from '../grid';
import { useTexts } from './texts';

const GROUPS = ['feedback', 'personal', 'clusters', 'loop', 'setting', 'admin'] as const;
type Group = (typeof GROUPS)[number];

function groupOf(scope: string): Group {
  const [area = ''] = scope.split(':');
  if (area === 'metrics' || area === 'audit') return 'loop';
  return GROUPS.find((group) => group === area) ?? 'setting';
}

interface ScopeChoiceProps {
  readonly value?: readonly string[];
  readonly onChange?: (value: string[]) => void;
}

/** What may be allowed, in groups, each with its sentence. One cannot give what one does not hold. */
export function ScopeChoice({ value = [], onChange }: ScopeChoiceProps) {
  const t = useTexts();
  const me = useMe();
  const scopes = useQuery({ ...ask('/api/v1/scopes'), staleTime: Infinity });
  const toggle = (scope: string, on: boolean) =>
    onChange?.(on ? [...value, scope] : value.filter((one) => one !== scope));
  return (
    <Answered of={scopes} rows={8}>
      {(all) =>
        GROUPS.map((group) => (
          <fieldset key={group} className="scopes">
            <legend>{t(`group.${group}`)}</legend>
            {all
              .filter(({ scope }) => groupOf(scope) === group)
              .map(({ scope, zh, en }) => (
                <Checkbox
                  key={scope}
                  checked={value.includes(scope)}
                  disabled={!may(me.scopes, scope)}
                  onChange={({ target }) => toggle(scope, target.checked)}
                >
                  {language() === 'zh' ? zh : en} <span className="faint small code">{scope}</span>
                </Checkbox>
              ))}
          </fieldset>
        ))
      }
    </Answered>
  );
}
