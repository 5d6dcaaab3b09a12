import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { huiyin, type Got } from '../api/client';
import { useProblem } from '../api/problem';
import { texts } from '../i18n/texts';

const useTexts = texts('cluster-edits', {
  zh: { undo: '撤销', undone: '已撤销', nothing: '没有可撤销的操作' },
  en: { undo: 'Undo', undone: 'Undone', nothing: 'Nothing to undo' },
});

/** An edit that was made, as the API answers it. */
export interface Edited {
  readonly edit: { readonly id: number };
  readonly clusters: readonly { readonly id: string; readonly name: string; readonly mergedInto: string | null }[];
}

/** One change of clusters by the person at the screen. */
export interface Change {
  /** Makes it; several edits where it takes several. */
  readonly make: () => Promise<Edited | readonly Edited[]>;
  /** What was done, in words. */
  readonly said: string;
  /** Shows the outcome before the answer is there; answers with what takes it back. */
  readonly ahead?: () => () => void;
}

const TOUCHED = [
  '/api/v1/clusters',
  '/api/v1/clusters/{id}',
  '/api/v1/clusters/{id}/feedback',
  '/api/v1/clusters/{id}/trend',
  '/api/v1/clusters/edits',
  '/api/v1/clusters/suggestions',
  '/api/v1/clusters/trends',
  '/api/v1/bursts',
];
const TOAST = 'cluster-edit';
const TOAST_SECONDS = 10;

/** The latest edits of this person that can be undone, the last one at the end; each entry is undone as a whole. */
let made: (readonly number[])[] = [];

/** Everything that shows clusters is asked for anew. */
export function refreshClusters(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ predicate: ({ queryKey }) => TOUCHED.includes(String(queryKey[0])) });
}

/** Changes clusters: shown at once, with a way back for some seconds, and later by `undoLast`. */
export function useClusterEdits() {
  const t = useTexts();
  const client = useQueryClient();
  const problem = useProblem();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);

  const undo = async (ids: readonly number[]): Promise<void> => {
    message.destroy(TOAST);
    try {
      for (const editId of [...ids].reverse())
        await huiyin.post('/api/v1/clusters/edits/{editId}/undo', { path: { editId } });
      made = made.filter((one) => one !== ids);
      void message.success(t('undone'));
    } catch (error) {
      void message.error(problem(error));
    }
    await refreshClusters(client);
  };

  const change = async ({ make, said, ahead }: Change): Promise<readonly Edited[] | undefined> => {
    const takeBack = ahead?.();
    setBusy(true);
    try {
      const edits = [await make()].flat();
      const ids = edits.map(({ edit }) => edit.id);
      made.push(ids);
      const content = <WithUndo said={said} undo={t('undo')} onUndo={() => void undo(ids)} />;
      void message.open({ key: TOAST, type: 'success', content, duration: TOAST_SECONDS });
      return edits;
    } catch (error) {
      takeBack?.();
      void message.error(problem(error));
      return undefined;
    } finally {
      setBusy(false);
      await refreshClusters(client);
    }
  };

  const undoLast = (): void => {
    const last = made.at(-1);
    if (last) void undo(last);
    else void message.info(t('nothing'));
  };
  return { change, undo, undoLast, busy };
}

function WithUndo({ said, undo, onUndo }: { said: string; undo: string; onUndo: () => void }) {
  return (
    <>
      {said}{' '}
      <Button type="link" size="small" onClick={onUndo}>
        {undo}
      </Button>
    </>
  );
}

/** A cluster as a list has it. */
export type ClusterRow = Got<'/api/v1/clusters'>['items'][number];
