import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

/** One shortcut: what is pressed, what it does in words, and the doing. */
export interface Shortcut {
  /** As it is shown: `?`, `Ctrl+K`, `g l` (one after the other). Ctrl is also ⌘. */
  readonly keys: string;
  readonly says: string;
  readonly run: () => void;
  /** Works also while a text is being typed. */
  readonly whileTyping?: boolean;
}

const PAIR_MS = 1_000;
const known = new Set<Shortcut>();
const listeners = new Set<() => void>();
let shown: readonly Shortcut[] = [];
let first: { key: string; at: number } | undefined;

/** Makes shortcuts work while the component is on the screen, and lists them on the sheet that `?` opens. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const run = useEffectEvent((keys: string) => shortcuts.find((one) => one.keys === keys)?.run());
  const listed = shortcuts.map(({ keys, says, whileTyping }) => `${keys}\t${says}\t${whileTyping ?? false}`).join('\n');
  useEffect(() => {
    const mine = listed
      .split('\n')
      .filter(Boolean)
      .map((line): Shortcut => {
        const [keys = '', says = '', whileTyping] = line.split('\t');
        return { keys, says, whileTyping: whileTyping === 'true', run: () => run(keys) };
      });
    for (const one of mine) known.add(one);
    tell();
    return () => {
      for (const one of mine) known.delete(one);
      tell();
    };
  }, [listed]);
}

/** Every shortcut that works now. */
export function useKnownShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(
    (told) => {
      listeners.add(told);
      return () => listeners.delete(told);
    },
    () => shown,
  );
}

function tell(): void {
  shown = [...known];
  for (const told of listeners) told();
}

window.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing) return;
  const pressed = named(event);
  if (pressed === 'Enter' && isPressed(event.target)) return;
  const typing = isTyping(event.target);
  const pair = first && event.timeStamp - first.at < PAIR_MS ? `${first.key} ${pressed}` : undefined;
  const usable = [...known].filter(({ whileTyping }) => !typing || whileTyping);
  const hit = usable.findLast(({ keys }) => keys === pair) ?? usable.findLast(({ keys }) => keys === pressed);
  first = typing || event.ctrlKey || event.metaKey ? undefined : { key: pressed, at: event.timeStamp };
  if (!hit) return;
  event.preventDefault();
  first = undefined;
  hit.run();
});

function named(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key : event.key.replace('Arrow', '');
  const letter = (event.ctrlKey || event.metaKey) && key.length === 1 ? key.toUpperCase() : key;
  return `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${letter}`;
}

/** Enter belongs to the link or button on which it is pressed. */
function isPressed(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('a[href], button, [role=button]') !== null;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement && target.type === 'checkbox') return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}
