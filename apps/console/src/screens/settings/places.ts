import { lazy, type ComponentType } from 'react';
import { texts } from '../../i18n/texts';

export const usePlaceTexts = texts('settings-places', {
  zh: {
    imports: '导入',
    keys: 'API 密钥',
    people: '人员',
    units: '单位',
    routing: '传递规则与时限',
    language: '分类与词典',
    templates: '渠道与模板',
    webhooks: 'Webhook 与推送',
    notices: '员工通知',
    parked: '搁置与模型',
    audit: '审计',
  },
  en: {
    imports: 'Imports',
    keys: 'API keys',
    people: 'People',
    units: 'Units',
    routing: 'Routing and limits',
    language: 'Topics and words',
    templates: 'Channels and templates',
    webhooks: 'Webhooks and senders',
    notices: 'Staff notices',
    parked: 'Parked and models',
    audit: 'Audit',
  },
});

/** A part of the settings. */
export interface Place {
  readonly name: Parameters<ReturnType<typeof usePlaceTexts>>[0];
  /** Whoever holds one of these sees it; the API decides for itself. */
  readonly scopes: readonly string[];
  readonly Part: ComponentType;
}

/** The parts, in the order in which they stand at the side; the name is the address under /settings. */
export const PLACES: readonly Place[] = [
  { name: 'imports', scopes: ['feedback:write'], Part: lazy(() => import('./imports')) },
  { name: 'people', scopes: ['people:write'], Part: lazy(() => import('./people')) },
  { name: 'units', scopes: ['units:write'], Part: lazy(() => import('./units')) },
  { name: 'routing', scopes: ['rules:write'], Part: lazy(() => import('./routing')) },
  { name: 'language', scopes: ['admin', 'rules:write'], Part: lazy(() => import('./language')) },
  { name: 'templates', scopes: ['templates:write', 'webhooks:write'], Part: lazy(() => import('./templates')) },
  { name: 'keys', scopes: ['keys:write'], Part: lazy(() => import('./keys')) },
  { name: 'webhooks', scopes: ['webhooks:write'], Part: lazy(() => import('./webhooks')) },
  { name: 'notices', scopes: ['webhooks:write'], Part: lazy(() => import('./notices')) },
  { name: 'parked', scopes: ['loop:operate'], Part: lazy(() => import('./parked')) },
  { name: 'audit', scopes: ['audit:read'], Part: lazy(() => import('./audit')) },
];
