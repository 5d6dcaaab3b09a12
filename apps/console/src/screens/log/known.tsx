import { Link } from 'react-router';
import { stageName } from '../../parts/names';
import { Bones, Trouble } from '../../parts/states';
import { When } from '../../parts/time';
import { isPhone } from './draft';
import { useCustomer, type Choice } from './targets';
import { useTexts } from './texts';

/** Who is on the line, and what they wait for. */
export function KnownCustomer({ phone }: { phone: string }) {
  const t = useTexts();
  const { data, error, isLoading } = useCustomer(phone);
  if (!isPhone(phone)) return null;
  if (isLoading) return <Bones rows={1} height={60} />;
  if (error) return <Trouble error={error} />;
  if (!data) return null;
  if (!data.customer) return <p className="log-customer faint">{t('unknown')}</p>;
  const { customer, open, closed } = data;
  return (
    <section className="log-customer" aria-label={t('known')}>
      <p>
        <strong>{customer.name ?? t('known')}</strong> <span className="figure">{customer.phone}</span>{' '}
        {customer.region && <span className="faint">{customer.region}</span>}
      </p>
      <p className="small">
        {open.length > 0 ? t('open', { count: open.length }) : t('noneOpen')}
        {closed > 0 && <span className="faint"> · {t('closed', { count: closed })}</span>}
      </p>
      <ul className="log-open">
        {open.slice(0, 4).map(({ id, reference, stage, receivedAt }) => (
          <li key={id}>
            <Link to={`/feedback/${reference}`} target="_blank" className="figure">
              {reference}
            </Link>
            <span className="faint">
              {stageName(stage)} · <When iso={receivedAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is like it, each with its digit. */
export function Choices(props: {
  readonly choices: readonly Choice[];
  readonly looked: boolean;
  readonly chosen: string | undefined;
  readonly onChoose: (choice: Choice) => void;
}) {
  const { choices, looked, chosen, onChoose } = props;
  const t = useTexts();
  return (
    <section aria-label={t('similar')}>
      <h2>{t('similar')}</h2>
      <p className="small faint">{choices.length === 0 && looked ? t('noneSimilar') : t('similarHint')}</p>
      <ol className="log-choices">
        {choices.map((choice, index) => (
          <li key={choice.item ?? choice.cluster}>
            <button type="button" aria-pressed={choice.name === chosen} onClick={() => onChoose(choice)}>
              <kbd>Alt {index + 1}</kbd>
              <span className="log-choice">
                <span className="log-choice-text">{choice.text}</span>
                <span className="faint small">
                  {choice.kind === 'cluster' && `${t('cluster')} · ${t('people', { count: choice.size ?? 0 })}`}
                  {choice.kind === 'theirs' && `${t('theirs')} · ${choice.name}`}
                  {choice.kind === 'item' && choice.name}
                  {choice.near && ` · ${t('same')}`}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
