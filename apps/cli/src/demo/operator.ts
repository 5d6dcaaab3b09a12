import type { Kind } from '@huiyin/loop';
import { ROOT_CODE, type NewUnit, type Scope } from '@huiyin/org';
import type { RuleDraft } from '@huiyin/route';
import { ALWAYS, OFFICE, SHOP, type WorkingHours } from './calendar.js';
import { PROVINCES, type City } from './data/operator.js';

/** All units of the demo have codes that begin so; no other unit is touched. */
export const UNIT_PREFIX = 'cy-';

/** How a unit deals with what it is given. */
export interface Manner {
  readonly hours: WorkingHours;
  /** Half of the items take less working time than this, in hours, from arrival to resolution. */
  readonly medianHours: number;
  /** How much slower it is at the end of the history than at its beginning, 1 for no change. */
  readonly slowing: number;
  /** Share of items that it hands back. */
  readonly handsBack: number;
  /** How many people work there in the demo. */
  readonly people: number;
}

/** A unit of the demo. */
export interface DemoUnit extends NewUnit {
  readonly manner: Manner;
}

/** All cities, with the province they are in. */
export const CITIES: readonly (City & { province: string })[] = PROVINCES.flatMap((province) =>
  province.cities.map((city) => ({ ...city, province: province.code })),
);

const manner = (hours: WorkingHours, medianHours: number, more: Partial<Manner> = {}): Manner => {
  return { hours, medianHours, slowing: 1, handsBack: 0.05, people: 1, ...more };
};

/**
 * Where the loop is stuck: the network department of Nanpu drowns in work in the last weeks, and the field team of
 * Luyuan has always been slow.
 */
const SLOW: Readonly<Record<string, Manner>> = {
  'cy-np-net': manner(OFFICE, 17, { slowing: 3.4, handsBack: 0.15, people: 2 }),
  'cy-yl-lc-field': manner(SHOP, 26, { slowing: 1.2, handsBack: 0.1, people: 2 }),
};

type Names = Pick<NewUnit, 'nameZh' | 'nameEn' | 'region'>;

function unit(code: string, parent: string, names: Names, how: Manner): DemoUnit {
  const level = code.split('-').length === 2 && parent === ROOT_CODE && names.region ? 'province' : 'desk';
  return { code, parent, level, ...names, manner: SLOW[code] ?? how };
}

const DEPARTMENTS: readonly DemoUnit[] = [
  unit(
    'cy-hotline',
    ROOT_CODE,
    { nameZh: '客服热线中心', nameEn: 'Hotline Centre' },
    manner(ALWAYS, 2.5, { people: 5 }),
  ),
  unit('cy-product', ROOT_CODE, { nameZh: '产品部', nameEn: 'Product' }, manner(OFFICE, 20, { people: 4 })),
  unit('cy-network', ROOT_CODE, { nameZh: '网络部', nameEn: 'Network' }, manner(OFFICE, 14, { people: 2 })),
  unit('cy-billing', ROOT_CODE, { nameZh: '计费部', nameEn: 'Billing' }, manner(OFFICE, 12, { people: 2 })),
  unit('cy-security', ROOT_CODE, { nameZh: '信息安全部', nameEn: 'Security' }, manner(OFFICE, 9, { people: 2 })),
  unit('cy-business', ROOT_CODE, { nameZh: '政企部', nameEn: 'Business Customers' }, manner(OFFICE, 8, { people: 1 })),
];

function unitsOfCity(city: City & { province: string }): DemoUnit[] {
  const code = `${UNIT_PREFIX}${city.code}`;
  const base = { nameZh: city.zh, nameEn: city.en, region: city.zh };
  return [
    {
      code,
      parent: `${UNIT_PREFIX}${city.province}`,
      level: 'city',
      ...base,
      manner: manner(OFFICE, 10, { people: 1 }),
    },
    unit(`${code}-field`, code, { nameZh: '装维班组', nameEn: 'Field Team' }, manner(SHOP, 11, { people: 1 })),
    ...city.shops.map((shop, index) =>
      unit(`${code}-shop${index + 1}`, code, { nameZh: shop.zh, nameEn: shop.en }, manner(SHOP, 5)),
    ),
  ];
}

/** Every unit of the demo, parents first: departments of the group, provinces with theirs, cities with shops and field teams. */
export const UNITS: readonly DemoUnit[] = [
  ...DEPARTMENTS,
  ...PROVINCES.flatMap(({ code, zh, en, cities }) => {
    const province = `${UNIT_PREFIX}${code}`;
    return [
      unit(province, ROOT_CODE, { nameZh: zh, nameEn: en, region: zh }, manner(OFFICE, 12, { people: 1 })),
      unit(`${province}-net`, province, { nameZh: '网络部', nameEn: 'Network' }, manner(OFFICE, 13, { people: 2 })),
      unit(
        `${province}-bill`,
        province,
        { nameZh: '计费账务中心', nameEn: 'Billing Centre' },
        manner(OFFICE, 10, { people: 2 }),
      ),
      ...cities.flatMap((city) => unitsOfCity({ ...city, province: code })),
    ];
  }),
];

const MANNERS = new Map(UNITS.map(({ code, manner: how }) => [code, how]));

/** The manner of a unit; whoever is not of the demo (the root) passes most things on. */
export function mannerOf(code: string): Manner {
  return MANNERS.get(code) ?? manner(OFFICE, 4, { handsBack: 0.7 });
}

/** Where an item goes that a unit hands back to somebody in particular: up, or to the group. */
export function neighbourOf(code: string, regionZh: string | null): string {
  const city = CITIES.find(({ zh }) => zh === regionZh);
  if (!city) return 'cy-hotline';
  const home = `${UNIT_PREFIX}${city.code}`;
  return code.startsWith(home) ? `${UNIT_PREFIX}${city.province}` : home;
}

/** What people of a unit may do. */
export function scopesOf(code: string): Scope[] {
  const desk: Scope[] = ['feedback:read', 'feedback:write', 'feedback:resolve', 'clusters:read', 'units:read'];
  if (code === 'cy-product') return [...desk, 'clusters:write', 'loop:read'];
  if (code.includes('-shop') || code.endsWith('-field')) return desk;
  return [...desk, 'loop:read'];
}

const HOUR = 60;
const DAY = 24 * HOUR;

interface Where {
  readonly kinds?: readonly Kind[];
  readonly category?: string;
  readonly keyword?: string;
  readonly product?: string;
  readonly hours: number;
  /** What the unit's code ends in, after the city's, the province's or nothing. */
  readonly at: string;
  readonly of: 'city' | 'province' | 'group';
  readonly name: string;
}

/** In the order in which they are tried. */
const RULES: readonly Where[] = [
  { name: '申诉与越级', kinds: ['appeal'], hours: 120, of: 'province', at: '' },
  { name: '表扬', kinds: ['praise'], hours: 168, of: 'city', at: '' },
  { name: '政企客户', category: 'enterprise', hours: 24, of: 'group', at: 'business' },
  { name: '诈骗与骚扰', category: 'spam', hours: 72, of: 'group', at: 'security' },
  { name: '国际漫游', keyword: '漫游', hours: 72, of: 'group', at: 'network' },
  { name: 'Roaming', keyword: 'roaming', hours: 72, of: 'group', at: 'network' },
  { name: '客户端', category: 'app', hours: 120, of: 'group', at: 'product' },
  { name: '登录与密码', category: 'accounts.login', hours: 48, of: 'group', at: 'product' },
  { name: '携号转网', category: 'portability', hours: 72, of: 'province', at: '' },
  { name: '建议', kinds: ['suggestion'], hours: 240, of: 'group', at: 'product' },
  { name: '宽带', category: 'broadband', hours: 48, of: 'city', at: '-field' },
  { name: '无线网络', category: 'network', hours: 72, of: 'province', at: '-net' },
  { name: '资费与账务', category: 'fees', hours: 96, of: 'province', at: '-bill' },
  { name: '套餐', category: 'packages', hours: 96, of: 'province', at: '-bill' },
  { name: '营业厅', category: 'shops', hours: 72, of: 'city', at: '' },
  { name: '服务态度与处理', category: 'service', hours: 72, of: 'city', at: '' },
  { name: '咨询', kinds: ['enquiry'], hours: 24, of: 'group', at: 'hotline' },
  { name: '属地兜底', hours: 96, of: 'city', at: '' },
];

/** The routing rules of the demo; those for a city or a province stand there once for each city. */
export function rulesFrom(position: number): RuleDraft[] {
  const none = { category: null, region: null, product: null, keyword: null };
  const drafts = RULES.flatMap(({ name, of, at, hours, ...where }): Omit<RuleDraft, 'position'>[] => {
    const rule = { ...none, kinds: [], ...where, limitMinutes: hours * HOUR, active: true };
    if (of === 'group') return [{ ...rule, name, unit: `${UNIT_PREFIX}${at}` }];
    return CITIES.map((city) => {
      const unitCode = `${UNIT_PREFIX}${of === 'city' ? city.code : city.province}${at}`;
      return { ...rule, name: `${name} · ${city.zh}`, region: city.zh, unit: unitCode };
    });
  });
  const rest = { ...none, name: '其他', kinds: [], unit: 'cy-hotline', limitMinutes: 2 * DAY, active: true };
  return [...drafts, rest].map((draft, index) => ({ ...draft, position: position + index }));
}
