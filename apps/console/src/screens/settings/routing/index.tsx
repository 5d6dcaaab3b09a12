import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { ask, huiyin } from '../../../api/client';
import { Page, Panel } from '../../../parts/page';
import { Empty } from '../../../parts/states';
import { useUnits } from '../../../parts/units';
import { Answered } from '../grid';
import { useSaving, useUndo } from '../saving';
import { RuleList } from './rule-list';
import { bodyOf, editedOf, RULES, same, type EditedRule } from './rules';
import { RuleSheet } from './rule-sheet';
import { useTexts } from './texts';
import { TrialPanel, type RulesTrial } from './trial';

/** The rules that route feedback to units; they are changed here, tried on what was, and then saved as a whole. */
export default function Routing() {
  const t = useTexts();
  const rules = useQuery(ask(RULES));
  return (
    <Page title={t('title')} sentence={t('sentence')}>
      <Answered of={rules}>{(stored) => <Rules key={JSON.stringify(stored)} stored={editedOf(stored)} />}</Answered>
      <Panel title={t('limits')}>
        <p>{t('limitsHint')}</p>
      </Panel>
    </Page>
  );
}

function Rules({ stored }: { stored: EditedRule[] }) {
  const t = useTexts();
  const undo = useUndo();
  const { root } = useUnits();
  const [rules, setRules] = useState(stored);
  const [edited, setEdited] = useState<EditedRule | undefined>();
  const [trial, setTrial] = useState<RulesTrial | undefined>();
  const change = (next: EditedRule[]) => {
    setRules(next);
    setTrial(undefined);
  };
  const trying = useSaving<void, RulesTrial>({
    save: () => huiyin.post('/api/v1/routing-rules/try', { body: { rules: bodyOf(rules), last: 1_000 } }),
    touches: [],
    onSaved: setTrial,
  });
  const saving = useSaving<{ wanted: readonly EditedRule[]; back?: boolean }>({
    save: ({ wanted }) => huiyin.put(RULES, { body: { rules: bodyOf(wanted) } }),
    touches: [RULES],
    onSaved: (_, { back }) => !back && undo(t('saved'), () => saving.mutate({ wanted: stored, back: true })),
  });
  const remove = (rule: EditedRule) => change(rules.filter((one) => one !== rule));
  const done = (rule: EditedRule) =>
    change(
      rules.some(({ key }) => key === rule.key)
        ? rules.map((one) => (one.key === rule.key ? rule : one))
        : [...rules, rule],
    );
  const add = <Button onClick={() => setEdited(blank(root?.code))}>{t('add')}</Button>;
  const changed = !same(rules, stored);
  return (
    <>
      <div className="line">
        {add}
        <Button onClick={() => trying.mutate()} loading={trying.isPending} disabled={rules.length === 0 && !changed}>
          {t('try')}
        </Button>
        {changed && (
          <>
            <Button type="primary" loading={saving.isPending} onClick={() => saving.mutate({ wanted: rules })}>
              {t('save')}
            </Button>
            <Button onClick={() => change(stored)}>{t('discard')}</Button>
            <Alert type="info" showIcon title={t('unsaved')} />
          </>
        )}
      </div>
      {trial && <TrialPanel trial={trial} rules={rules} />}
      {rules.length === 0 ? (
        <Empty title={t('none')} hint={t('noneHint')} />
      ) : (
        <RuleList rules={rules} hits={trial?.hits} onChange={change} onEdit={setEdited} onRemove={remove} />
      )}
      <RuleSheet of={edited} onClose={() => setEdited(undefined)} onDone={done} />
    </>
  );
}

const TWO_DAYS_MINUTES = 2_880;

function blank(unit = ''): EditedRule {
  const nothing = { kinds: [], category: null, region: null, product: null, keyword: null };
  return {
    ...nothing,
    key: `new ${crypto.randomUUID()}`,
    name: '',
    unit,
    limitMinutes: TWO_DAYS_MINUTES,
    active: true,
  };
}
