import { Link } from 'react-router';
import type { Answer, Operation } from '@huiyin/client';
import { Panel } from '../../../parts/page';
import { useUnits } from '../../../parts/units';
import { Grid } from '../grid';
import type { EditedRule } from './rules';
import { useTexts } from './texts';

/** What the rules would have done. */
export type RulesTrial = Answer<Operation<'post', '/api/v1/routing-rules/try'>>;

/** The difference that the changed rules would have made: in a sentence, by unit, and with examples. */
export function TrialPanel({ trial, rules }: { trial: RulesTrial; rules: readonly EditedRule[] }) {
  const t = useTexts();
  const units = useUnits();
  const { items, moved, otherLimit, examples } = trial;
  const signed = (value: number) => (value > 0 ? `+${value}` : String(value));
  return (
    <Panel title={t('try')}>
      <div className="stack" aria-live="polite">
        <p className="trial-sentence">
          {items === 0
            ? t('triedNothing')
            : moved + otherLimit === 0
              ? t('triedNone', { items })
              : t('tried', { items, moved, limits: otherLimit })}
        </p>
        <p className="faint small">{t('triedHint')}</p>
        {moved > 0 && (
          <>
            <Grid
              label={t('tried', { items, moved, limits: otherLimit })}
              rows={trial.units}
              keyOf={({ unit }) => unit}
              columns={[
                { title: t('unit'), wide: true, cell: ({ unit }) => units.pathOf(unit) },
                { title: t('before'), figures: true, cell: ({ before }) => before },
                { title: t('after'), figures: true, cell: ({ after }) => after },
                {
                  title: t('change'),
                  figures: true,
                  cell: ({ before, after }) => (before === after ? '–' : signed(after - before)),
                },
              ]}
            />
            <h3>{t('examples')}</h3>
            <Grid
              label={t('examples')}
              rows={examples}
              keyOf={({ id }) => id}
              columns={[
                { title: t('item'), cell: ({ reference }) => <Link to={`/feedback/${reference}`}>{reference}</Link> },
                { title: '', wide: true, cell: ({ text }) => text },
                { title: t('from'), cell: ({ from }) => units.nameOf(from) },
                { title: t('to'), cell: ({ to }) => units.nameOf(to) },
                { title: t('byRule'), cell: ({ rule }) => (rule === null ? t('noRule') : (rules[rule]?.name ?? '')) },
              ]}
            />
          </>
        )}
      </div>
    </Panel>
  );
}
