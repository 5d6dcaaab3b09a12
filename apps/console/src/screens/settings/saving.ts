import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form } from 'antd';
import { createElement, Fragment } from 'react';
import { HuiyinError } from '@huiyin/client';
import { useProblem } from '../../api/problem';
import { useFieldWords } from './field-words';
import { useTexts } from './texts';

/** The API that a form of antd has, whatever is in it. */
export type AnyForm = ReturnType<typeof Form.useForm>[0];

interface Saving<V, A> {
  readonly save: (values: V) => Promise<A>;
  /** Paths of the API whose lists are asked for anew. */
  readonly touches: readonly string[];
  readonly onSaved?: (answer: A, values: V) => void;
  /** Gets what is wrong with single fields. */
  readonly form?: AnyForm | undefined;
}

/** Saves, has the lists asked for anew, and tells what went wrong: at its field where there is one. */
export function useSaving<V = void, A = unknown>({ save, touches, onSaved, form }: Saving<V, A>) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const problem = useProblem();
  const words = useFieldWords();
  return useMutation<A, unknown, V>({
    mutationFn: save,
    onSuccess: async (answer, values) => {
      onSaved?.(answer, values);
      await Promise.all(touches.map((path) => queries.invalidateQueries({ queryKey: [path] })));
    },
    onError: (error) => {
      const left = form && error instanceof HuiyinError ? intoFields(form, error, words) : undefined;
      if (left !== 0) void message.error(problem(error));
    },
  });
}

/** Puts the problems at their fields; answers how many found none. */
function intoFields(form: AnyForm, error: HuiyinError, words: (message: string) => string): number | undefined {
  const problems = error.problem?.errors ?? [];
  if (problems.length === 0) return undefined;
  const named = problems.map((one) => ({ name: pathOf(one.field), errors: [words(one.message)] }));
  const known = named.filter(
    ({ name }) => form.getFieldInstance(name) !== undefined || form.getFieldValue(name) !== undefined,
  );
  form.setFields(known);
  return problems.length - known.length;
}

/** `rules[0].unit` → rules, 0, unit. */
function pathOf(field: string): (string | number)[] {
  const steps = field.split(/[.[\]]+/).filter(Boolean);
  return steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

const UNDO_SECONDS = 8;

/** Tells that something was done, with a way back for some seconds. */
export function useUndo(): (text: string, back: () => void) => void {
  const { message } = App.useApp();
  const t = useTexts();
  return (text, back) => {
    const key = `undo-${text}-${Date.now()}`;
    const undo = () => {
      message.destroy(key);
      back();
    };
    const button = createElement('button', { type: 'button', className: 'link-button', onClick: undo }, t('undo'));
    const content = createElement(Fragment, null, text, ' ', button);
    void message.open({ type: 'success', key, content, duration: UNDO_SECONDS });
  };
}
