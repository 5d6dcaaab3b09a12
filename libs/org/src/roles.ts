import { SCOPE_NAMES, type Scope } from './scopes.js';

/** What people are to the loop: a name and a sentence in both languages, and what they may do. The only place that says so. */
export const ROLES = {
  frontline: {
    name: { en: 'Frontline', zh: '一线人员' },
    en: 'Takes feedback down at the counter or on the line and follows what becomes of it.',
    zh: '在营业厅、热线等一线登记客户反馈，并跟进处理进展。',
    scopes: ['feedback:read', 'feedback:write', 'clusters:read', 'units:read'],
  },
  'case-owner': {
    name: { en: 'Case owner', zh: '承办人' },
    en: 'Answers the items that were given to the unit, and hands over what belongs to another one.',
    zh: '办理派到本单位的反馈，答复客户，或转交其他单位。',
    scopes: [
      'feedback:read',
      'feedback:write',
      'feedback:resolve',
      'personal:read',
      'clusters:read',
      'units:read',
      'loop:read',
    ],
  },
  product: {
    name: { en: 'Product', zh: '产品经理' },
    en: 'Reads what many customers say, keeps clusters in order and decides what is done about them.',
    zh: '研读客户的共性诉求，整理需求簇并决定如何改进。',
    scopes: ['feedback:read', 'feedback:export', 'clusters:read', 'clusters:write', 'units:read', 'loop:read'],
  },
  quality: {
    name: { en: 'Quality manager', zh: '质量管理' },
    en: 'Watches the loop as a whole, corrects what the machine found, keeps routing and letters right.',
    zh: '督导闭环全程，纠正机器判断，维护传递规则与答复模板。',
    scopes: [
      'feedback:read',
      'feedback:write',
      'feedback:export',
      'clusters:read',
      'clusters:write',
      'units:read',
      'rules:write',
      'loop:read',
      'loop:operate',
      'templates:write',
    ],
  },
  administrator: {
    name: { en: 'Administrator', zh: '管理员' },
    en: 'Sets Huiyin up: people, units, keys, webhooks, and everything else.',
    zh: '管理人员、单位、密钥、对接与系统的全部设置。',
    scopes: ['admin'],
  },
  auditor: {
    name: { en: 'Auditor', zh: '审计员' },
    en: 'Reads what happened and who did it, and changes nothing.',
    zh: '查看发生了什么、由谁操作，不作任何修改。',
    scopes: ['feedback:read', 'clusters:read', 'units:read', 'loop:read', 'audit:read'],
  },
} as const satisfies Record<string, RoleDescription>;

/** How a role is described. */
export interface RoleDescription {
  readonly name: { readonly en: string; readonly zh: string };
  readonly en: string;
  readonly zh: string;
  readonly scopes: readonly Scope[];
}

/** The name of a role, as it is stored and told to programs. */
export type Role = keyof typeof ROLES;

/** The names of all roles, in the order of {@link ROLES}. */
export const ROLE_NAMES = Object.keys(ROLES) as readonly Role[];

/** True when `name` is one of {@link ROLES}. */
export function isRole(name: string): name is Role {
  return Object.hasOwn(ROLES, name);
}

/**
 * Everything that somebody with these roles, and these scopes besides, may do: the union of both, in the order of the
 * catalogue. Names that no longer exist count for nothing.
 */
export function scopesOf(person: { readonly roles: readonly string[]; readonly scopes: readonly string[] }): Scope[] {
  const held = new Set<string>(person.scopes);
  for (const role of person.roles.filter(isRole)) for (const scope of ROLES[role].scopes) held.add(scope);
  return SCOPE_NAMES.filter((scope) => held.has(scope));
}
