import { Grid } from '../grid';
import type { PreviewRow } from './send-file';
import { FIELDS, useTexts } from './texts';

/** The first rows as they would be read, and which of them would come back. */
export function PreviewTable({ rows }: { rows: readonly PreviewRow[] }) {
  const t = useTexts();
  const fields = FIELDS.filter((field) => rows.some(({ piece }) => valueIn(piece, field) !== ''));
  return (
    <section>
      <h3>{t('rows')}</h3>
      <Grid
        label={t('rows')}
        rows={rows}
        keyOf={({ line }) => line}
        columns={[
          { title: t('line'), figures: true, cell: ({ line }) => line },
          {
            title: t('problem'),
            cell: ({ problem }) => (problem ? <span className="late import-problem">{problem}</span> : t('fine')),
          },
          ...fields.map((field) => ({
            title: t(`field.${field}`),
            wide: field === 'text',
            cell: ({ piece }: PreviewRow) => valueIn(piece, field),
          })),
        ]}
      />
    </section>
  );
}

function valueIn(piece: PreviewRow['piece'], field: string): string {
  let found: unknown = piece;
  for (const step of field.split('.')) found = (found as Record<string, unknown> | null | undefined)?.[step];
  if (found === undefined || found === null) return '';
  return typeof found === 'string' ? found : JSON.stringify(found);
}
