import { MenuFoldOutlined, MenuUnfoldOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Result } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Link, NavLink, Outlet, ScrollRestoration, useNavigate } from 'react-router';
import { texts } from '../i18n/texts';
import mark from './icon.svg';
import { useShortcuts } from './keys';
import { useListening, useLive } from './live';
import { PersonButton } from './person-button';
import { prefer, usePreferences } from './preferences';
import { SCREENS, useScreenTexts } from './screens';
import { may, useMay, useMe } from './session';

const useTexts = texts('shell', {
  zh: {
    menu: '主菜单',
    jump: '前往',
    jumpHint: '编号、手机号、簇、单位、页面',
    live: '实时',
    paused: '正在重新连接',
    fold: '收起菜单',
    unfold: '展开菜单',
    skip: '跳到正文',
    lost: '没有这个页面',
    lostHint: '地址可能有误，或内容已被移走。',
    home: '回到首页',
    sheet: '快捷键',
  },
  en: {
    menu: 'Main menu',
    jump: 'Go to',
    jumpHint: 'Reference, phone, cluster, unit, page',
    live: 'Live',
    paused: 'Connecting again',
    fold: 'Fold the menu',
    unfold: 'Unfold the menu',
    skip: 'Skip to the content',
    lost: 'There is no such page',
    lostHint: 'The address may be wrong, or it has moved.',
    home: 'Go to the first page',
    sheet: 'Shortcuts',
  },
});

const fetchJump = () => import('./jump');
const Jump = lazy(fetchJump);
const KeySheet = lazy(() => import('./key-sheet'));
const PersonMenu = lazy(() => import('./person-menu'));

/** Menu, head, and the screen beside them. */
export function Shell() {
  const t = useTexts();
  const mayDo = useMay();
  const [open, setOpen] = useState<'jump' | 'keys' | undefined>();
  const navigate = useNavigate();
  const said = useScreenTexts();
  const { scopes } = useMe();
  const { folded } = usePreferences();
  const screens = SCREENS.filter((screen) => screen.scopes.some((scope) => may(scopes, scope)));
  useListening(mayDo('loop:read'));
  useWhatWaits(mayDo('feedback:write'));
  // After the first picture, so that whoever presses Ctrl+K can type on at once.
  useEffect(() => void fetchJump(), []);
  useShortcuts([
    { keys: 'Ctrl+K', says: t('jump'), run: () => setOpen('jump'), whileTyping: true },
    { keys: '?', says: t('sheet'), run: () => setOpen('keys') },
    ...screens.map(({ keys, name, path }) => ({ keys, says: said(name), run: () => void navigate(path) })),
  ]);
  return (
    <div className={folded ? 'shell shell-folded' : 'shell'}>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <nav className="menu" aria-label={t('menu')}>
        <Link className="mark" to="/" aria-label="Huiyin 回音">
          <img src={mark} alt="" width={28} height={28} />
          <span>回音</span>
        </Link>
        {screens.map(({ name, path, icon: Icon, keys }) => (
          <NavLink key={name} to={path} title={`${said(name)} (${keys})`}>
            <Icon />
            <span>{said(name)}</span>
          </NavLink>
        ))}
        <Button
          type="text"
          className="fold"
          aria-label={folded ? t('unfold') : t('fold')}
          icon={folded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
          onClick={() => prefer({ folded: !folded })}
        />
      </nav>
      <header className="head">
        <button type="button" className="jump-button" onClick={() => setOpen('jump')}>
          <SearchOutlined />
          <span>{t('jumpHint')}</span>
          <kbd>Ctrl K</kbd>
        </button>
        {mayDo('loop:read') && <LiveDot live={t('live')} paused={t('paused')} />}
        <Person onKeys={() => setOpen('keys')} />
      </header>
      <main className="content" id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <Suspense>
        {open === 'jump' && <Jump onClose={() => setOpen(undefined)} />}
        {open === 'keys' && <KeySheet onClose={() => setOpen(undefined)} />}
      </Suspense>
      <ScrollRestoration />
    </div>
  );
}

/** The menu is fetched when it is first wanted. */
function Person({ onKeys }: { onKeys: () => void }) {
  const { name } = useMe();
  const [wanted, setWanted] = useState(false);
  const button = <PersonButton name={name} onClick={() => setWanted(true)} />;
  return wanted ? (
    <Suspense fallback={button}>
      <PersonMenu onKeys={onKeys} />
    </Suspense>
  ) : (
    button
  );
}

/** What was logged without a line goes out wherever in the console somebody comes back. */
function useWhatWaits(writes: boolean): void {
  const { id } = useMe();
  useEffect(() => {
    if (writes) void import('../screens/log/outbox').then(({ sendWhatWaits }) => sendWhatWaits(id));
  }, [id, writes]);
}

function LiveDot({ live, paused }: { live: string; paused: string }) {
  const stands = useLive();
  return (
    <span className={stands ? 'live live-on' : 'live'} role="status">
      {stands ? live : paused}
    </span>
  );
}

/** Where an address leads nowhere, or a screen has failed. */
export function Lost() {
  const t = useTexts();
  return (
    <Result
      status="404"
      icon={null}
      title={t('lost')}
      subTitle={t('lostHint')}
      extra={
        <Link to="/">
          <Button type="primary">{t('home')}</Button>
        </Link>
      }
    />
  );
}
