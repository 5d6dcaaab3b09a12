import { App, Button, Dropdown } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useState, type RefObject } from 'react';
import { huiyin } from '../../api/client';
import { useShortcuts, type Shortcut } from '../../app/keys';
import { useMay } from '../../app/session';
import { useDoing } from '../../parts/item-acts/doing';
import { AskDialog, DismissDialog, HandOverDialog } from '../../parts/item-acts/hand-over';
import { ResolveDialog } from '../../parts/item-acts/resolve';
import { useTexts as useActTexts } from '../../parts/item-acts/texts';
import type { Item } from './item';
import { useTexts } from './texts';

type Dialog = 'resolve' | 'handOver' | 'ask' | 'dismiss';

/** Everything that can be done with an item now, with its keys. */
export function Acts(props: {
  readonly item: Item;
  readonly notes: RefObject<TextAreaRef | null>;
  readonly onReveal: () => void;
}) {
  const { item, notes, onReveal } = props;
  const t = useTexts();
  const said = useActTexts();
  const { message } = App.useApp();
  const each = useDoing();
  const may = useMay();
  const [open, setOpen] = useState<Dialog>();
  const here = item.stage === 'resolve' && item.state === 'waiting' && may('feedback:resolve');
  const on = (dialog: Dialog) => (open === dialog ? [item] : []);
  const close = () => setOpen(undefined);
  const take = (): void => {
    const act = () => huiyin.post('/api/v1/feedback/{idOrReference}/take', { path: { idOrReference: item.id } });
    void each([item], act, () => said('taken'));
  };
  const copy = (): void => {
    void navigator.clipboard?.writeText(window.location.href).then(() => message.success(t('copied')));
  };
  const resolving: Shortcut[] = [
    { keys: 't', says: said('take'), run: take },
    { keys: 'r', says: said('resolve'), run: () => setOpen('resolve') },
    { keys: 'h', says: said('handOver'), run: () => setOpen('handOver') },
  ];
  const writing: Shortcut[] = [
    { keys: 'a', says: said('ask'), run: () => setOpen('ask') },
    { keys: 'n', says: t('notes'), run: () => notes.current?.focus() },
  ];
  const revealing: Shortcut[] = [{ keys: 'p', says: `${t('reveal')} (${t('revealing')})`, run: onReveal }];
  useShortcuts([
    ...(here ? resolving : []),
    ...(may('feedback:write') ? writing : []),
    ...(may('personal:read') ? revealing : []),
  ]);
  const more = [
    ...(may('feedback:write') ? [{ key: 'ask', label: said('ask'), onClick: () => setOpen('ask') }] : []),
    ...(here ? [{ key: 'dismiss', label: said('dismiss'), danger: true, onClick: () => setOpen('dismiss') }] : []),
    { key: 'link', label: t('copyLink'), onClick: copy },
    { key: 'print', label: t('print'), onClick: () => window.print() },
  ];
  return (
    <>
      {here && <ResolveActs onTake={take} onOpen={setOpen} />}
      {may('personal:read') && (
        <Button onClick={onReveal} title={t('revealing')}>
          {t('reveal')} <kbd>p</kbd>
        </Button>
      )}
      <Dropdown trigger={['click']} menu={{ items: more }}>
        <Button>{t('more')}</Button>
      </Dropdown>
      <ResolveDialog items={on('resolve')} onClose={close} />
      <HandOverDialog items={on('handOver')} onClose={close} />
      <AskDialog items={on('ask')} onClose={close} />
      <DismissDialog items={on('dismiss')} onClose={close} />
    </>
  );
}

function ResolveActs({ onTake, onOpen }: { onTake: () => void; onOpen: (dialog: Dialog) => void }) {
  const said = useActTexts();
  return (
    <>
      <Button type="primary" onClick={() => onOpen('resolve')}>
        {said('resolve')} <kbd>r</kbd>
      </Button>
      <Button onClick={onTake}>
        {said('take')} <kbd>t</kbd>
      </Button>
      <Button onClick={() => onOpen('handOver')}>
        {said('handOver')} <kbd>h</kbd>
      </Button>
    </>
  );
}
