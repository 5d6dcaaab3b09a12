import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Panel } from '../../../parts/page';
import { Bones, Trouble } from '../../../parts/states';
import { useFieldWords } from '../field-words';
import { useSaving } from '../saving';
import { ColumnsTable } from './columns-table';
import { ForEveryRow } from './for-every-row';
import { PreviewTable } from './preview-table';
import { previewFile, startImport, type FilePreview, type Said } from './send-file';
import { useTexts } from './texts';

/** A file before it is taken in: what its columns are, how its first rows would be read, and the start. */
export function NewImport({ file, onDone }: { file: File; onDone: () => void }) {
  const t = useTexts();
  const [said, setSaid] = useState<Said>({});
  const preview = useQuery({
    queryKey: ['preview of a file', file.name, file.lastModified, said],
    queryFn: ({ signal }) => previewFile(file, said, signal),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 0,
  });
  const starting = useSaving({
    save: () => startImport(file, { ...said, mapping: said.mapping ?? preview.data?.mapping }),
    touches: ['/api/v1/imports'],
    onSaved: onDone,
  });
  const read = preview.data;
  const ready = read !== undefined && read.problems.length === 0 && !preview.error && !preview.isFetching;
  return (
    <Panel
      title={read ? t('read', { name: file.name, format: read.format.toUpperCase(), columns: read.columns.length }) : t('reading', { name: file.name })} // prettier-ignore
      extra={
        <div className="line">
          <Button onClick={onDone}>{t('other')}</Button>
          <Button type="primary" disabled={!ready} loading={starting.isPending} onClick={() => starting.mutate()}>
            {t(starting.isPending ? 'starting' : 'start')}
          </Button>
        </div>
      }
    >
      <div className="stack">
        {preview.error && <Trouble error={preview.error} onRetry={() => void preview.refetch()} />}
        {!read && !preview.error && <Bones rows={8} />}
        {read && <Verdict read={read} />}
        <ForEveryRow said={said} onChange={setSaid} />
        {read && (
          <>
            <ColumnsTable
              read={read}
              mapping={said.mapping ?? read.mapping}
              onChange={(mapping) => setSaid({ ...said, mapping })}
            />
            <PreviewTable rows={read.rows} />
          </>
        )}
      </div>
    </Panel>
  );
}

/** Whether it can be taken in as it is. */
function Verdict({ read: { problems, rows } }: { read: FilePreview }) {
  const t = useTexts();
  const words = useFieldWords();
  const named = useFieldName();
  if (problems.length > 0)
    return (
      <Alert
        type="warning"
        showIcon
        title={t('problems')}
        description={problems.map(({ field, message }) => (
          <p key={field + message}>
            {named(field)}: {words(message)}
          </p>
        ))}
      />
    );
  const bad = rows.filter(({ problem }) => problem !== null).length;
  if (bad > 0) return <Alert type="warning" showIcon title={t('bad', { count: bad, rows: rows.length })} />;
  return <Alert type="success" showIcon title={t('good', { rows: rows.length })} />;
}

function useFieldName(): (field: string) => string {
  const t = useTexts();
  return (field) => {
    const key = `field.${field}` as Parameters<typeof t>[0];
    const name = t(key);
    return name.startsWith('field.') ? field : name;
  };
}
