import { createBrowserRouter, Navigate } from 'react-router';
import { SCREENS } from './screens';
import { may, useMe } from './session';
import { Lost, Shell } from './shell';

/** Leads to the first screen that somebody may see. */
function Home() {
  const { scopes } = useMe();
  const first = SCREENS.find((screen) => screen.scopes.some((scope) => may(scopes, scope)));
  return <Navigate to={first?.path ?? '/feedback'} replace />;
}

/** Every address of the console. A screen is a chunk of its own, fetched when it is first gone to. */
export const router = createBrowserRouter(
  [
    {
      element: <Shell />,
      errorElement: <Lost />,
      children: [
        { index: true, element: <Home /> },
        { path: 'loop', lazy: () => import('../screens/loop') },
        { path: 'log', lazy: () => import('../screens/log') },
        { path: 'queue', lazy: () => import('../screens/queue') },
        { path: 'feedback', lazy: () => import('../screens/items') },
        { path: 'feedback/:reference', lazy: () => import('../screens/item') },
        { path: 'clusters', lazy: () => import('../screens/clusters') },
        { path: 'clusters/:id', lazy: () => import('../screens/cluster') },
        { path: 'hot', lazy: () => import('../screens/hot') },
        { path: 'board', lazy: () => import('../screens/board') },
        { path: 'insight', lazy: () => import('../screens/insight') },
        { path: 'settings/*', lazy: () => import('../screens/settings') },
        { path: '*', element: <Lost /> },
      ],
    },
  ],
  { basename: '/console' },
);
