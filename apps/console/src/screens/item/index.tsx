import { useQuery } from '@tanstack/react-query';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { App } from 'antd';
import { useRef, useState } from 'react';
import { useParams } from 'react-router';
import { ask, huiyin } from '../../api/client';
import { useProblem } from '../../api/problem';
import { stageName, useNames } from '../../parts/names';
import { Page, Panel } from '../../parts/page';
import { Bones, Trouble } from '../../parts/states';
import { TimeLeft } from '../../parts/time';
import { useUnits } from '../../parts/units';
import { Acts } from './acts';
import { AnalysisPanel } from './analysis';
import { History } from './history';
import type { Item } from './item';
import './item.css';
import { Journey } from './journey';
import { Notes } from './notes';
import { useTexts } from './texts';
import { Heard, Told } from './told';
import { Others, Voice } from './voice';

/** What happened to this voice? */
export function Component() {
  const { reference = '' } = useParams();
  const { data, error, refetch } = useQuery(
    ask('/api/v1/feedback/{idOrReference}', { path: { idOrReference: reference } }),
  );
  if (error && !data) return <Page title={reference}><Trouble error={error} onRetry={() => void refetch()} /></Page>; // prettier-ignore
  if (!data) return <Page title={reference}><Bones rows={6} height={80} /></Page>; // prettier-ignore
  // Another item begins masked.
  return <Whole key={data.id} item={data} />;
}

function Whole({ item: masked }: { item: Item }) {
  const t = useTexts();
  const notes = useRef<TextAreaRef>(null);
  const { inFull, reveal, mask } = useReveal(masked.id);
  const item = inFull ? { ...masked, ...ofPerson(inFull) } : masked;
  return (
    <Page
      title={item.reference}
      sentence={<Standing item={item} />}
      actions={<Acts item={item} notes={notes} onReveal={() => void reveal()} />}
    >
      <Voice item={item} revealed={inFull !== undefined} onMask={mask} />
      <Journey id={item.id} />
      <div className="item-columns">
        <div className="item-column">
          <Told item={item} />
          <Heard item={item} />
          <Notes id={item.id} field={notes} />
        </div>
        <div className="item-column">
          <AnalysisPanel item={item} />
          <Panel title={t('cluster')}>
            <Others item={item} />
          </Panel>
          <History item={item} />
        </div>
      </div>
    </Page>
  );
}

/** What of an item is masked and shown in full; the rest may have moved on since somebody looked. */
function ofPerson({
  subject,
  text,
  product,
  tags,
  attributes,
  customer,
  resolution,
  deliveries,
  messages,
  surveys,
}: Item) {
  return { subject, text, product, tags, attributes, customer, resolution, deliveries, messages, surveys };
}

/** Shows an item in full for as long as it is on the screen; each look is on the audit, so nothing asks again by itself. */
function useReveal(id: string) {
  const problem = useProblem();
  const { message } = App.useApp();
  const [inFull, setInFull] = useState<Item>();
  const reveal = async (): Promise<void> => {
    if (inFull) return;
    try {
      const asked = { path: { idOrReference: id }, query: { reveal: 'true' as const } };
      setInFull(await huiyin.get('/api/v1/feedback/{idOrReference}', asked));
    } catch (error) {
      void message.error(problem(error));
    }
  };
  return { inFull, reveal, mask: () => setInFull(undefined) };
}

function Standing({ item }: { item: Item }) {
  const t = useTexts();
  const names = useNames();
  const units = useUnits();
  const { kind, stage, state, cycle, unit, limitAt, closeReason, error } = item;
  const waits = { team: 'waitingTeam', customer: 'waitingCustomer', channel: 'waitingChannel' } as const;
  const waiting = state === 'waiting' ? waits[item.waitingFor as keyof typeof waits] : undefined;
  return (
    <span className="standing">
      {kind && <span className="tag">{names.kind(kind)}</span>}
      <strong>{state === 'closed' ? t('closed') : stageName(stage)}</strong>
      {waiting && <span className="faint">{t(waiting)}</span>}
      {state === 'parked' && <span className="left-late">{t('error')}</span>}
      {cycle > 1 && <span className="left-close">{t('cycleNr', { n: cycle })}</span>}
      <span className="faint">{units.pathOf(unit) || t('noUnit')}</span>
      {state !== 'closed' && limitAt && <TimeLeft limitAt={limitAt} />}
      {closeReason && <span className="faint">{`${t('closeReason')}: ${closeReason}`}</span>}
      {state === 'parked' && error && <span className="small faint">{t('parkedHint', { detail: error.detail })}</span>}
    </span>
  );
}
