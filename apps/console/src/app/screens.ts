import {
  AppstoreOutlined,
  AuditOutlined,
  BarChartOutlined,
  EditOutlined,
  FireOutlined,
  InboxOutlined,
  NotificationOutlined,
  RetweetOutlined,
  SettingOutlined,
} from '@ant-design/icons';
import { texts, type Say } from '../i18n/texts';

export const useScreenTexts = texts('screens', {
  zh: {
    loop: '闭环',
    log: '登记反馈',
    queue: '我的待办',
    items: '全部反馈',
    item: '反馈',
    clusters: '需求簇',
    hot: '热点',
    board: '建议专区',
    insight: '洞察',
    settings: '设置',
  },
  en: {
    loop: 'Loop',
    log: 'Log feedback',
    queue: 'My queue',
    items: 'All feedback',
    item: 'Feedback',
    clusters: 'Clusters',
    hot: 'Hot issues',
    board: 'Board',
    insight: 'Insight',
    settings: 'Settings',
  },
});

export type ScreenName = Parameters<
  Say<'loop' | 'log' | 'queue' | 'items' | 'clusters' | 'hot' | 'board' | 'insight' | 'settings'>
>[0];

/** A place of the menu. */
export interface Screen {
  readonly name: ScreenName;
  /** After /console. */
  readonly path: string;
  /** Whoever holds one of these sees it in the menu; the API decides for itself. */
  readonly scopes: readonly string[];
  /** Pressed one after the other. */
  readonly keys: string;
  readonly icon: typeof InboxOutlined;
}

/** The menu, in the order in which it stands. */
export const SCREENS: readonly Screen[] = [
  { name: 'loop', path: '/loop', scopes: ['loop:read'], keys: 'g l', icon: RetweetOutlined },
  { name: 'log', path: '/log', scopes: ['feedback:write'], keys: 'g n', icon: EditOutlined },
  { name: 'queue', path: '/queue', scopes: ['feedback:resolve'], keys: 'g q', icon: InboxOutlined },
  { name: 'items', path: '/feedback', scopes: ['feedback:read'], keys: 'g f', icon: AuditOutlined },
  { name: 'clusters', path: '/clusters', scopes: ['clusters:read'], keys: 'g c', icon: AppstoreOutlined },
  { name: 'hot', path: '/hot', scopes: ['clusters:read'], keys: 'g h', icon: FireOutlined },
  { name: 'board', path: '/board', scopes: ['clusters:write'], keys: 'g b', icon: NotificationOutlined },
  { name: 'insight', path: '/insight', scopes: ['loop:read'], keys: 'g i', icon: BarChartOutlined },
  {
    name: 'settings',
    path: '/settings',
    scopes: ['units:write', 'rules:write', 'people:write', 'keys:write', 'webhooks:write', 'templates:write', 'audit:read', 'loop:operate', 'feedback:write'], // prettier-ignore
    keys: 'g s',
    icon: SettingOutlined,
  },
];
