import { useQuery } from '@tanstack/react-query';
import { ask } from '../../api/client';
import { moment } from '../../i18n/figures';
import { useActors } from '../../parts/actors';
import { outcomeSentence, stageName } from '../../parts/names';
import { Panel } from '../../parts/page';
import { useUnits } from '../../parts/units';
import { useValueNames } from './analysis';
import type { Item } from './item';
import { useNotes } from './notes';
import { useTexts } from './texts';

interface Happening {
  readonly at: string;
  readonly says: string;
  readonly by?: string | undefined;
}

/** Everything that happened to an item, the latest first. */
export function History({ item }: { item: Item }) {
  const t = useTexts();
  const happenings = useHappenings(item).sort((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <Panel title={t('history')}>
      <ol className="history">
        {happenings.map(({ at, says, by }, index) => (
          <li key={index}>
            <time dateTime={at} className="faint figure small">
              {moment(at)}
            </time>
            <span>
              {says} {by && <span className="faint small">{by}</span>}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function useHappenings(item: Item): Happening[] {
  const t = useTexts();
  const units = useUnits();
  const valueName = useValueNames();
  const { data: notes = [] } = useNotes(item.id);
  const path = { idOrReference: item.id };
  const { data: journey } = useQuery(ask('/api/v1/feedback/{idOrReference}/journey', { path }));
  const visits = journey?.visits ?? [];
  const who = useActors([...visits, ...item.corrections, item.resolution].map((one) => one?.actor));
  return [
    { at: item.receivedAt, says: t('started') },
    ...visits.flatMap(({ leftAt, stage, outcome, unit, actor }): Happening[] => {
      if (leftAt === null || outcome === null) return [];
      const by = [units.nameOf(unit), actor && who(actor)].filter(Boolean).join(' · ');
      return [{ at: leftAt, says: t('arrived', { stage: stageName(stage), outcome: outcomeSentence(stage, outcome) }), by }]; // prettier-ignore
    }),
    ...item.corrections.map(({ correctedAt, actor, field, value }): Happening => {
      return { at: correctedAt, says: t('says', { who: who(actor), field: t(field), value: valueName(field, value) }) };
    }),
    ...item.deliveries.flatMap(({ sentAt, purpose, to }): Happening[] =>
      sentAt === null ? [] : [{ at: sentAt, says: t('sentTo', { what: t(purpose), to: to ?? '–' }) }],
    ),
    ...item.surveys.flatMap(
      ({ answeredAt, solved }): Happening[] =>
      answeredAt === null ? [] : [{ at: answeredAt, says: t('surveyAnswered', { what: t(solved ? 'solvedYes' : 'solvedNo') }) }], // prettier-ignore
    ),
    ...notes.map(({ writtenAt, authorName, author }): Happening => {
      return { at: writtenAt, says: t('noteBy', { who: authorName ?? author }) };
    }),
  ];
}
