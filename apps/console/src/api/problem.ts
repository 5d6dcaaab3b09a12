import { HuiyinError } from '@huiyin/client';
import type { ErrorCode } from '@huiyin/loop';
import { texts } from '../i18n/texts';

/** What to tell people, by the code of the API's catalogue: what happened, and what to do. */
const useTexts = texts('problem', {
  zh: {
    unknown: '出了点问题。内容未丢失，请重试；若仍不行，请把编号 {{id}} 告诉管理员。',
    offline: '连不上服务器。请检查网络，内容已保留。',
    'validation-failed': '有内容不符合要求，请按提示修改。',
    unauthenticated: '登录已失效，请重新登录。',
    'missing-scope': '您没有这项权限，请联系管理员开通。',
    'outside-binding': '这不在您的单位范围内。',
    'not-found': '找不到，可能已被移走，或不在您的可见范围内。',
    'not-waiting': '这条反馈的环节已变化，请刷新后再办。',
    'already-exists': '已经有同名的了，请换一个名称。',
    'cluster-merged': '这个簇已并入另一个簇。',
    'edit-superseded': '之后又有人改过，需先撤销后面的修改。',
    'edit-undone': '这一步已经撤销过了。',
    'suggestion-stale': '情况已变化，这条建议不再适用。',
    'too-many-requests': '操作太频繁，请稍等几秒再试。',
    'unreadable-file': '文件读不了，请检查格式。',
    'body-too-large': '内容太大。',
    unavailable: '系统正忙，请稍后再试，内容已保留。',
  },
  en: {
    unknown:
      'Something went wrong. Nothing was lost; try again, and if it stays, tell your administrator the number {{id}}.',
    offline: 'The server cannot be reached. Check the connection; what you wrote is kept.',
    'validation-failed': 'Something does not fit; see the hints at the fields.',
    unauthenticated: 'You are signed out; please sign in again.',
    'missing-scope': 'You may not do this. An administrator can allow it.',
    'outside-binding': 'This lies outside your units.',
    'not-found': 'Not found. It may have moved, or you may not see it.',
    'not-waiting': 'The item has moved on meanwhile; reload and look again.',
    'already-exists': 'There is one with this name already; choose another.',
    'cluster-merged': 'The cluster has become part of another one.',
    'edit-superseded': 'Somebody changed it after that; undo the later change first.',
    'edit-undone': 'This has been undone already.',
    'suggestion-stale': 'Things have changed; the suggestion no longer fits.',
    'too-many-requests': 'Too many requests; wait a few seconds.',
    'unreadable-file': 'The file cannot be read; check its format.',
    'body-too-large': 'That is too large.',
    unavailable: 'The system is busy; try again in a moment. What you wrote is kept.',
  },
});

type Told = Parameters<ReturnType<typeof useTexts>>[0];

const TOLD: Partial<Record<ErrorCode, Told>> = {
  'validation-failed': 'validation-failed',
  unauthenticated: 'unauthenticated',
  'missing-scope': 'missing-scope',
  'outside-binding': 'outside-binding',
  'not-found': 'not-found',
  'not-waiting': 'not-waiting',
  'already-exists': 'already-exists',
  'cluster-merged': 'cluster-merged',
  'edit-superseded': 'edit-superseded',
  'edit-undone': 'edit-undone',
  'suggestion-stale': 'suggestion-stale',
  'too-many-requests': 'too-many-requests',
  'unreadable-file': 'unreadable-file',
  'body-too-large': 'body-too-large',
  unavailable: 'unavailable',
};

/** Turns any error into the sentence to show; what the API says about single fields stands after it. */
export function useProblem(): (error: unknown) => string {
  const t = useTexts();
  return (error) => {
    if (!(error instanceof HuiyinError)) return t(error instanceof TypeError ? 'offline' : 'unknown', { id: '–' });
    const told = TOLD[error.code as ErrorCode];
    if (!told) return t('unknown', { id: error.problem?.requestId ?? String(error.status) });
    const fields = error.problem?.errors?.map(({ field, message }) => `${field}: ${message}`) ?? [];
    return [t(told), ...fields].join(' ');
  };
}

/** True when the session has ended. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof HuiyinError && error.code === 'unauthenticated';
}
