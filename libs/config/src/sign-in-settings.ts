import { choice, integer, text, url } from './kinds.js';
import { OperatorError } from './operator-error.js';

const group = 'signIn';

/** How people sign in, and how many requests one person, key, address or survey link may send. */
export const SIGN_IN_SETTINGS = {
  sessionHours: integer({
    env: 'HUIYIN_SESSION_HOURS',
    default: 12,
    min: 1,
    max: 168,
    group,
    en: 'Hours without a request after which a person has to sign in again; after a week they have to in any case.',
    zh: '无操作超过该时长（小时）须重新登录；登录满一周后一律须重新登录。',
  }),
  passwordSignIn: choice(
    {
      env: 'HUIYIN_PASSWORD_SIGN_IN',
      default: 'on',
      group,
      en: 'Whether people may sign in with a password; `off` needs an OpenID Connect provider.',
      zh: '是否允许用密码登录；设为 `off` 时必须配置 OpenID Connect。',
    },
    ['on', 'off'],
  ),
  oidcIssuer: url(
    {
      env: 'HUIYIN_OIDC_ISSUER',
      default: '',
      defaultText: 'none: off · 无（不启用）',
      group,
      en: 'OpenID Connect provider, as it names itself, e.g. `https://login.example.com/realms/staff`; register `<HUIYIN_PUBLIC_URL>/api/v1/session/oidc/callback` there. Plain `http:` only on this machine.',
      zh: 'OpenID Connect 身份提供方的 issuer，如 `https://login.example.com/realms/staff`；须在其中登记回调地址 `<HUIYIN_PUBLIC_URL>/api/v1/session/oidc/callback`。仅本机可用 `http:`。',
    },
    ['https:', 'http:'],
  ),
  oidcClientId: text({
    env: 'HUIYIN_OIDC_CLIENT_ID',
    default: '',
    defaultText: 'none; needed with the issuer · 无（填了 issuer 则必填）',
    group,
    en: 'Client id that the provider has given to Huiyin.',
    zh: '身份提供方分配给回音的客户端标识。',
  }),
  oidcClientSecret: text({
    env: 'HUIYIN_OIDC_CLIENT_SECRET',
    default: '',
    defaultText: 'none: a public client, PKCE only · 无（公共客户端，仅 PKCE）',
    secret: true,
    group,
    en: 'Client secret that goes with the id.',
    zh: '与客户端标识配套的密钥。',
  }),
  oidcLink: choice(
    {
      env: 'HUIYIN_OIDC_LINK',
      default: 'none',
      group,
      en: 'How a person who comes from the provider for the first time is recognised: by `email` (a verified address that is the user name), by `username` (`preferred_username`), or not (`none`: an administrator links them).',
      zh: '首次通过身份提供方登录时如何认定人员：`email` 已验证邮箱与用户名一致，`username` 以 `preferred_username` 匹配用户名，`none` 由管理员预先绑定。',
    },
    ['none', 'email', 'username'],
  ),
  limitCaller: integer({
    env: 'HUIYIN_LIMIT_CALLER',
    default: 1_200_000,
    min: 1,
    max: 1_000_000_000,
    group,
    en: 'Requests a minute that one key or person may send, over all processes.',
    zh: '单个密钥或人员每分钟可发出的请求数（跨进程合计）。',
  }),
  limitAddress: integer({
    env: 'HUIYIN_LIMIT_ADDRESS',
    default: 12_000,
    min: 1,
    max: 1_000_000_000,
    group,
    en: 'Requests a minute without a valid key or session from one network address, over all processes.',
    zh: '单个网络地址每分钟可发出的未登录请求数（跨进程合计）。',
  }),
  limitLink: integer({
    env: 'HUIYIN_LIMIT_LINK',
    default: 60,
    min: 1,
    max: 1_000_000_000,
    group,
    en: 'Requests a minute for one survey link, over all processes.',
    zh: '单个回访链接每分钟可接受的请求数（跨进程合计）。',
  }),
};

interface SignInValues {
  readonly passwordSignIn: string;
  readonly oidcIssuer: string;
  readonly oidcClientId: string;
}

/**
 * Refuses settings under which nobody could sign in, or a provider that anybody on the network could play.
 * @throws {OperatorError}
 */
export function needSignIn({ passwordSignIn, oidcIssuer, oidcClientId }: SignInValues): void {
  const { oidcIssuer: issuer, oidcClientId: id, passwordSignIn: password } = SIGN_IN_SETTINGS;
  if ((oidcIssuer === '') !== (oidcClientId === ''))
    throw new OperatorError(`${issuer.env} and ${id.env} go together; set both or neither.`);
  if (passwordSignIn === 'off' && oidcIssuer === '')
    throw new OperatorError(
      `${password.env} is off and ${issuer.env} is not set, so nobody could sign in; set the issuer or leave passwords on.`,
    );
  if (oidcIssuer.startsWith('http:') && !isLoopback(new URL(oidcIssuer).hostname))
    throw new OperatorError(`${issuer.env} must begin with https:// unless the provider runs on this machine.`);
}

/** True for names and addresses of this machine itself. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
