import { QueryCache, QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import enGB from 'antd/locale/en_GB';
import zhCN from 'antd/locale/zh_CN';
import { useEffect } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { RouterProvider } from 'react-router';
import { HuiyinError } from '@huiyin/client';
import { isSignedOut } from '../api/problem';
import { i18n, language, setLanguage } from '../i18n/i18n';
import { Bones, Trouble } from '../parts/states';
import { NewPassword } from './new-password';
import { preferencesOf, useLook, usePreferences } from './preferences';
import { router } from './routes';
import { meQuery } from './session';
import { SignIn } from './sign-in';
import { antThemeOf, paint } from './theme';

const client = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      if (isSignedOut(error)) client.setQueryData(meQuery.queryKey, null);
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // What the API refuses it refuses again; only what did not get through is tried once more.
      retry: (failed, error) => failed < 2 && (!(error instanceof HuiyinError) || error.status >= 502),
    },
  },
});

// In the body itself Ant Design would keep the page from scrolling by a style sheet without a nonce, which the policy refuses.
const layers = document.getElementById('layers')!;
const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';

/** The whole console. */
export function App() {
  return (
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={client}>
        <Dressed />
      </QueryClientProvider>
    </I18nextProvider>
  );
}

function Dressed() {
  const look = useLook();
  const { density } = usePreferences();
  useTranslation(undefined, { i18n });
  useEffect(() => paint(look, density), [look, density]);
  return (
    <ConfigProvider
      theme={antThemeOf(look, density)}
      locale={language() === 'zh' ? zhCN : enGB}
      csp={{ nonce }}
      getPopupContainer={() => layers}
      button={{ autoInsertSpace: false }}
    >
      <AntApp className="app">
        <Door />
      </AntApp>
    </ConfigProvider>
  );
}

/** Lets those in who are signed in. */
function Door() {
  const { data: me, error, refetch } = useQuery(meQuery);
  useEffect(() => {
    if (!me) return;
    preferencesOf(me.id);
    if (me.language) setLanguage(me.language);
  }, [me]);
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (me === undefined) return <Bones rows={6} />;
  if (me === null) return <SignIn />;
  return me.mustChangePassword ? <NewPassword /> : <RouterProvider router={router} />;
}
