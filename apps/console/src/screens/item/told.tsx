import { Button } from 'antd';
import { huiyin } from '../../api/client';
import { useMay } from '../../app/session';
import { moment } from '../../i18n/figures';
import { useActors } from '../../parts/actors';
import { useDoing } from '../../parts/item-acts/doing';
import { useTexts as useActTexts } from '../../parts/item-acts/texts';
import { Panel } from '../../parts/page';
import { When } from '../../parts/time';
import type { Item } from './item';
import { useTexts } from './texts';

/** What was decided and what the customer was told, with its proof. */
export function Told({ item }: { item: Item }) {
  const t = useTexts();
  const { resolution, deliveries } = item;
  const nameOf = useActors([resolution?.actor]);
  return (
    <Panel title={t('deliveries')}>
      {resolution && (
        <div className="told">
          <p>
            <strong>{t(resolution.action as 'fixed')}</strong>{' '}
            <span className="small faint">
              {nameOf(resolution.actor)} · <When iso={resolution.decidedAt} />
            </span>
          </p>
          <p className="faint">{resolution.summary}</p>
        </div>
      )}
      {deliveries.length === 0 && <p className="faint">{t('noDeliveries')}</p>}
      {deliveries.map((delivery) => (
        <Delivery key={delivery.id} item={item} delivery={delivery} />
      ))}
    </Panel>
  );
}

function Delivery({ item, delivery }: { item: Item; delivery: Item['deliveries'][number] }) {
  const t = useTexts();
  const channel = useActTexts();
  const each = useDoing();
  const mayDecide = useMay()('feedback:resolve');
  const { id, purpose, state, to, attempts, sentAt, proof, error, body, cycle } = delivery;
  const decide = (decision: 'resend' | 'confirm-sent'): void => {
    const act = () => huiyin.post('/api/v1/deliveries/{id}/decision', { path: { id }, body: { decision } });
    void each([item], act, () => t(decision === 'resend' ? 'resend' : 'confirmSent'));
  };
  const tone = { sent: 'tone-helped', failed: 'left-late', unknown: 'left-close' }[state as string] ?? 'faint';
  return (
    <div className="told">
      <p>
        <strong>{t(purpose)}</strong> <span className={tone}>{t(state)}</span>{' '}
        <span className="small faint">
          {channel(delivery.channel)} {to} {item.cycle > 1 && `· ${t('cycleNr', { n: cycle })} `}
          {sentAt && `· ${moment(sentAt)} `}
          {attempts > 1 && `· ${t('attempts', { count: attempts })}`}
        </span>
      </p>
      <div className="letter">
        <p className="letter-body">{body}</p>
      </div>
      {proof && (
        <p className="small faint">
          {t('proof')}: <span className="figure told-proof">{proof}</span>
        </p>
      )}
      {error && <p className="small left-late">{error}</p>}
      {mayDecide && (state === 'failed' || state === 'unknown') && item.state !== 'closed' && (
        <p className="acts">
          <Button size="small" onClick={() => decide('resend')}>
            {t('resend')}
          </Button>
          <Button size="small" onClick={() => decide('confirm-sent')}>
            {t('confirmSent')}
          </Button>
        </p>
      )}
    </div>
  );
}

/** Whether it helped, and what the customer wrote back. */
export function Heard({ item }: { item: Item }) {
  const t = useTexts();
  const { surveys, messages } = item;
  if (surveys.length === 0 && messages.length === 0) return null;
  return (
    <Panel title={t('surveys')}>
      {surveys.map(({ cycle, answeredAt, askedAt, solved, score, comment }) => (
        <div className="told" key={cycle}>
          <p>
            {answeredAt === null ? (
              <span className="faint">{t(item.state === 'closed' ? 'expired' : 'notAnswered')}</span>
            ) : (
              <strong className={solved ? 'tone-helped' : 'left-late'}>{t(solved ? 'solvedYes' : 'solvedNo')}</strong>
            )}{' '}
            {score !== null && <span>{t('score', { n: score })}</span>}{' '}
            <span className="small faint">
              {item.cycle > 1 && `${t('cycleNr', { n: cycle })} · `}
              <When iso={answeredAt ?? askedAt} />
            </span>
          </p>
          {comment && <blockquote>{comment}</blockquote>}
        </div>
      ))}
      {messages.map((message) => (
        <Message key={message.id} item={item} message={message} />
      ))}
    </Panel>
  );
}

function Message({ item, message }: { item: Item; message: Item['messages'][number] }) {
  const t = useTexts();
  const each = useDoing();
  const mayDecide = useMay()('feedback:resolve');
  const { id, kind, text, receivedAt, decision } = message;
  const decide = (chosen: 'noted' | 'not-solved'): void => {
    const path = { idOrReference: item.id, id };
    const act = () =>
      huiyin.post('/api/v1/feedback/{idOrReference}/messages/{id}/decision', { path, body: { decision: chosen } });
    void each([item], act, () => t(chosen === 'noted' ? 'noted' : 'notSolved'));
  };
  return (
    <div className="told">
      <p className="small faint">
        {t(kind === 'bounce' ? 'bounce' : 'messages')} · <When iso={receivedAt} />
        {decision && ` · ${t(decision === 'not-solved' ? 'notSolved' : decision)}`}
      </p>
      <blockquote>{text}</blockquote>
      {mayDecide && decision === null && (
        <p className="acts">
          <Button size="small" onClick={() => decide('noted')}>
            {t('noted')}
          </Button>
          {item.stage === 'recollect' && (
            <Button size="small" onClick={() => decide('not-solved')}>
              {t('notSolved')}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}
