import { useQuery } from '@tanstack/react-query';
import { ask, type Got } from '../../api/client';
import { share } from '../../i18n/figures';
import { useActors } from '../../parts/actors';
import { Panel } from '../../parts/page';
import { When } from '../../parts/time';
import { useAnswerTexts } from './answer-texts';

type Came = Got<'/api/v1/clusters/{id}/outcome'>['resolutions'][number];

/** Did it help? What came of each answer to everybody; nothing while there was none. */
export function Outcome({ id }: { id: string }) {
  const t = useAnswerTexts();
  const { data } = useQuery({ ...ask('/api/v1/clusters/{id}/outcome', { path: { id } }), refetchInterval: 30_000 });
  if (!data || data.resolutions.length === 0) return null;
  return (
    <Panel title={t('outcome')}>
      {data.resolutions.map((came) => (
        <One key={came.id} came={came} />
      ))}
    </Panel>
  );
}

function One({ came }: { came: Came }) {
  const t = useAnswerTexts();
  const { action, actor, decidedAt, reply, items, told } = came;
  const nameOf = useActors([actor]);
  return (
    <article className="outcome">
      <p>
        {t('decidedBy', { who: nameOf(actor), action: t(action) })} · <When iso={decidedAt} />
      </p>
      <p className="faint outcome-reply">{reply}</p>
      <p>{t('forItems', { items, told })}</p>
      <Answers came={came} />
      <p>
        <Recurs came={came} />
      </p>
    </article>
  );
}

function Answers({ came: { asked, answered, solved, notSolved, scored, meanScore } }: { came: Came }) {
  const t = useAnswerTexts();
  if (asked === 0) return <p className="faint">{t('notAsked')}</p>;
  const rate = t('rate', { asked, answered, share: share(answered / asked) });
  if (solved === null || notSolved === null)
    return (
      <p>
        {rate} <span className="faint">{answered > 0 && t('tooFew')}</span>
      </p>
    );
  return (
    <>
      <p>
        {rate} {t('solved', { solved, notSolved })}
      </p>
      <div className="outcome-bar" aria-hidden="true">
        <span className="outcome-solved" style={{ width: `${(solved / answered) * 100}%` }} />
      </div>
      <p className="faint">{meanScore === null ? t('noScore') : t('score', { mean: meanScore, n: scored })}</p>
    </>
  );
}

/** Whether it came back: voices a week before and after. */
function Recurs({ came: { before, after } }: { came: Came }) {
  const t = useAnswerTexts();
  if (before.perWeek === null) return t('tooSoonBefore', { voices: after.voices });
  if (after.perWeek === null) return t('tooSoon', { before: before.perWeek, voices: after.voices });
  return t('recurs', { before: before.perWeek, after: after.perWeek });
}
