import { LOOP, type IntakeChannel, type Kind, type OutcomeName, type Stage, type State } from '@huiyin/loop';
import { language } from '../i18n/i18n';
import { texts, type Say } from '../i18n/texts';

/** What a stage is called. */
export function stageName(stage: Stage): string {
  return LOOP[stage][language()];
}

/** What happened at the end of a visit, as a sentence of the loop. */
export function outcomeSentence(stage: Stage, outcome: string): string {
  const outcomes: Readonly<Record<string, { zh: string; en: string }>> = LOOP[stage].outcomes;
  return outcomes[outcome as OutcomeName]?.[language()] ?? outcome;
}

const useKinds = texts<Kind>('kinds', {
  zh: { suggestion: '建议', complaint: '投诉', enquiry: '咨询', fault: '故障', praise: '表扬', appeal: '申诉' },
  en: { suggestion: 'Suggestion', complaint: 'Complaint', enquiry: 'Enquiry', fault: 'Fault', praise: 'Praise', appeal: 'Appeal' }, // prettier-ignore
});

const useChannels = texts<IntakeChannel>('channels', {
  zh: { hotline: '热线', shop: '营业厅', app: '手机 App', web: '网站', sms: '短信', email: '邮件', board: '建议专区', survey: '回访', crm: '业务系统', social: '社交媒体', other: '其他' }, // prettier-ignore
  en: { hotline: 'Hotline', shop: 'Shop', app: 'App', web: 'Website', sms: 'SMS', email: 'E-mail', board: 'Board', survey: 'Survey', crm: 'CRM', social: 'Social media', other: 'Other' }, // prettier-ignore
});

const useStates = texts<State>('states', {
  zh: { ready: '处理中', waiting: '等待中', parked: '已搁置', closed: '已关闭' },
  en: { ready: 'In work', waiting: 'Waiting', parked: 'Parked', closed: 'Closed' },
});

const useSentiments = texts<'positive' | 'neutral' | 'negative'>('sentiments', {
  zh: { positive: '正面', neutral: '中性', negative: '负面' },
  en: { positive: 'Positive', neutral: 'Neutral', negative: 'Negative' },
});

/** How a cluster stands. */
export type ClusterStatus = 'open' | 'planned' | 'in-progress' | 'done' | 'declined' | 'dismissed';

const useClusterStatuses = texts<ClusterStatus>('cluster-statuses', {
  zh: { open: '待定', planned: '已列入计划', 'in-progress': '进行中', done: '已完成', declined: '暂不采纳', dismissed: '不作处理' }, // prettier-ignore
  en: { open: 'Open', planned: 'Planned', 'in-progress': 'In progress', done: 'Done', declined: 'Declined', dismissed: 'Dismissed' }, // prettier-ignore
});

/** Says the names of the values of the API in the language of the screen. */
export interface Names {
  readonly kind: Say<Kind>;
  readonly channel: Say<IntakeChannel>;
  readonly state: Say<State>;
  readonly sentiment: Say<'positive' | 'neutral' | 'negative'>;
  readonly clusterStatus: Say<ClusterStatus>;
}

/** The names of kinds, channels, states, sentiments and statuses. */
export function useNames(): Names {
  return {
    kind: useKinds(),
    channel: useChannels(),
    state: useStates(),
    sentiment: useSentiments(),
    clusterStatus: useClusterStatuses(),
  };
}
