import { Suspense } from 'react';
import { NavLink, Navigate, Route, Routes } from 'react-router';
import { may, useMe } from '../../app/session';
import { Bones, Empty } from '../../parts/states';
import { PLACES, usePlaceTexts } from './places';
import './settings.css';
import { useTexts } from './texts';

/** How Huiyin is set up: the parts that one may see at the side, and one of them beside it. */
export function Component() {
  const t = useTexts();
  const named = usePlaceTexts();
  const { scopes } = useMe();
  const places = PLACES.filter((place) => place.scopes.some((scope) => may(scopes, scope)));
  const first = places[0];
  if (!first) return <Empty title={t('none')} hint={t('noneHint')} />;
  return (
    <div className="settings">
      <nav className="settings-menu" aria-label={t('title')}>
        {places.map(({ name }) => (
          <NavLink key={name} to={`/settings/${name}`}>
            {named(name)}
          </NavLink>
        ))}
      </nav>
      <div className="settings-part">
        <Suspense fallback={<Bones rows={8} />}>
          <Routes>
            {places.map(({ name, Part }) => (
              <Route key={name} path={`${name}/*`} element={<Part />} />
            ))}
            <Route path="*" element={<Navigate to={`/settings/${first.name}`} replace />} />
          </Routes>
        </Suspense>
      </div>
    </div>
  );
}
