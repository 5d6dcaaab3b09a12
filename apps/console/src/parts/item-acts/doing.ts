import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useProblem } from '../../api/problem';
import { useTexts } from './texts';

/** An item that something is done with. */
export interface ActedOn {
  readonly id: string;
  readonly reference: string;
}

/** What an act may change on the screen. */
const CHANGED = ['/api/v1/feedback', '/api/v1/feedback/{idOrReference}', '/api/v1/feedback/{idOrReference}/journey', '/api/v1/loop/stages', '/api/v1/questions', '/api/v1/feedback/{idOrReference}/notes']; // prettier-ignore

/** At most so many requests at once. */
const AT_ONCE = 4;

/** Does the same with each of some items and says what came of it; one that fails does not stop the others. */
export function useDoing() {
  const t = useTexts();
  const problem = useProblem();
  const { message } = App.useApp();
  const client = useQueryClient();
  return async function each(
    items: readonly ActedOn[],
    act: (item: ActedOn) => Promise<unknown>,
    said: (count: number) => string,
  ): Promise<boolean> {
    const errors: unknown[] = [];
    const left = [...items];
    const work = async (): Promise<void> => {
      for (let item = left.shift(); item; item = left.shift()) await act(item).catch((error) => errors.push(error));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    const count = items.length - errors.length;
    if (count > 0) void message.success(said(count));
    if (errors.length > 0) void message.error(t('someFailed', { n: errors.length, why: problem(errors[0]) }), 8);
    await client.invalidateQueries({ predicate: ({ queryKey }) => CHANGED.includes(String(queryKey[0])) });
    return errors.length === 0;
  };
}
