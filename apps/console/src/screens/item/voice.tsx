import { Alert, Button } from 'antd';
import type { IntakeChannel } from '@huiyin/loop';
import { Link } from 'react-router';
import { moment } from '../../i18n/figures';
import { useNames } from '../../parts/names';
import { When } from '../../parts/time';
import type { Item } from './item';
import { useTexts } from './texts';

/** The customer's own words, large, and whose they are. */
export function Voice(props: { readonly item: Item; readonly revealed: boolean; readonly onMask: () => void }) {
  const { item, revealed, onMask } = props;
  const t = useTexts();
  const names = useNames();
  const { subject, text, channel, receivedAt, customer, product, tags, occurredAt, source } = item;
  const person = [customer?.name, customer?.phone, customer?.email, customer?.region, customer?.tier].filter(Boolean);
  return (
    <section className="voice" aria-label={t('customer')}>
      {revealed && (
        <Alert type="warning" showIcon title={t('revealed')} action={<Button onClick={onMask}>{t('hide')}</Button>} />
      )}
      {subject && <p className="voice-subject">{subject}</p>}
      <blockquote className="voice-words">{text}</blockquote>
      <p className="voice-whose">
        <span>{person.length > 0 ? person.join(' · ') : <span className="faint">{t('noCustomer')}</span>}</span>
        <span className="faint">
          <When iso={receivedAt} /> {t('via', { channel: names.channel(channel as IntakeChannel) })}
          {source && ` · ${source}`}
          {product && ` · ${product}`}
          {occurredAt && ` · ${t('occurred')} ${moment(occurredAt)}`}
        </span>
        {tags.map((tag) => (
          <span className="tag" key={tag}>
            {tag}
          </span>
        ))}
      </p>
    </section>
  );
}

/** Who else says so: its cluster, and what the same customer has said before and since. */
export function Others({ item }: { item: Item }) {
  const t = useTexts();
  const { cluster, repeatOf, repeats } = item;
  return (
    <div className="others">
      {cluster ? <Link to={`/clusters/${cluster.id}`}>{cluster.name}</Link> : <p className="faint">{t('noCluster')}</p>}
      {repeatOf && (
        <p className="small">
          {t('repeatOf')}
          <Link to={`/feedback/${repeatOf.reference}`}>{repeatOf.reference}</Link>
        </p>
      )}
      {repeats.length > 0 && (
        <p className="small">
          {t('repeats', { count: repeats.length })}{' '}
          {repeats.slice(0, 10).map(({ id, reference }) => (
            <Link key={id} className="others-repeat figure" to={`/feedback/${reference}`}>
              {reference}
            </Link>
          ))}
        </p>
      )}
    </div>
  );
}
