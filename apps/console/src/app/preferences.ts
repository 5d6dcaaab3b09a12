import { useSyncExternalStore } from 'react';
import type { Density, Look } from './theme';

/** What people choose for themselves, kept in this browser for each person. */
export interface Preferences {
  readonly look: Look | 'system';
  readonly density: Density;
  /** Only the icons of the menu are shown. */
  readonly folded: boolean;
}

const FIRST: Preferences = { look: 'system', density: 'roomy', folded: false };
const listeners = new Set<() => void>();

let owner = 'nobody';
let current = load();

/** From now on these are the preferences of this person. */
export function preferencesOf(person: string): void {
  if (person === owner) return;
  owner = person;
  current = load();
  for (const told of listeners) told();
}

/** Changes some of them, at once and for later. */
export function prefer(changed: Partial<Preferences>): void {
  current = { ...current, ...changed };
  localStorage.setItem(keptAt(), JSON.stringify(current));
  for (const told of listeners) told();
}

/** The preferences of whoever sits here. */
export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, () => current);
}

const systemDark = window.matchMedia('(prefers-color-scheme: dark)');

/** The look that is on: chosen, or that of the system. */
export function useLook(): Look {
  const { look } = usePreferences();
  const dark = useSyncExternalStore(
    (told) => {
      systemDark.addEventListener('change', told);
      return () => systemDark.removeEventListener('change', told);
    },
    () => systemDark.matches,
  );
  if (look !== 'system') return look;
  return dark ? 'dark' : 'light';
}

function subscribe(told: () => void): () => void {
  listeners.add(told);
  return () => listeners.delete(told);
}

function load(): Preferences {
  try {
    return { ...FIRST, ...(JSON.parse(localStorage.getItem(keptAt()) ?? '{}') as Partial<Preferences>) };
  } catch {
    return FIRST;
  }
}

function keptAt(): string {
  return `huiyin.preferences.${owner}`;
}
