import { useEffect, type ReactNode } from 'react';

/** A screen: its name, the sentence that says the most, what can be done, and the rest. */
export function Page(props: {
  readonly title: string;
  /** Readable from two metres away: how it stands, in words. */
  readonly sentence?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  const { title, sentence, actions, children } = props;
  useEffect(() => {
    document.title = `${title} · 回音`;
  }, [title]);
  return (
    <div className="page">
      <div className="page-head">
        <h1>{title}</h1>
        {actions && <div className="page-actions">{actions}</div>}
      </div>
      {sentence && <p className="sentence">{sentence}</p>}
      {children}
    </div>
  );
}

/** A part of a screen with a heading of its own. */
export function Panel(props: { readonly title?: ReactNode; readonly extra?: ReactNode; readonly children: ReactNode }) {
  const { title, extra, children } = props;
  return (
    <section className="panel">
      {(title || extra) && (
        <div className="panel-head">
          <h2>{title}</h2>
          {extra}
        </div>
      )}
      {children}
    </section>
  );
}
