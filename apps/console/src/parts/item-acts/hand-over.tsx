import { Input, Modal, TreeSelect } from 'antd';
import { useState } from 'react';
import { huiyin } from '../../api/client';
import { nodeOf } from '../filters';
import { useUnits } from '../units';
import { useDoing, type ActedOn } from './doing';
import './item-acts.css';
import { useTexts } from './texts';

interface Dialog {
  readonly items: readonly ActedOn[];
  readonly onClose: () => void;
  readonly onDone?: () => void;
}

/** Hands items over to another unit, or back to routing. */
export function HandOverDialog({ items, onClose, onDone }: Dialog) {
  const t = useTexts();
  const each = useDoing();
  return (
    <UnitAndWords
      open={items.length > 0}
      title={`${t('handOver')} ${items.length === 1 ? items[0]!.reference : items.length}`}
      hint={t('handOverHint')}
      words={t('reason')}
      onClose={onClose}
      onSend={async (reason, unit) => {
        const body = { reason, ...(unit && { unit }) };
        const act = ({ id }: ActedOn) =>
          huiyin.post('/api/v1/feedback/{idOrReference}/hand-back', { path: { idOrReference: id }, body });
        await each(items, act, (count) => t('handedOver', { count }));
        onDone?.();
      }}
    />
  );
}

/** Asks another unit about an item; the customer does not see it. */
export function AskDialog({ items, onClose }: Dialog) {
  const t = useTexts();
  const units = useUnits();
  const each = useDoing();
  return (
    <UnitAndWords
      open={items.length > 0}
      title={t('ask')}
      hint={t('askHint')}
      words={t('question')}
      needsUnit
      onClose={onClose}
      onSend={async (text, unit) => {
        const body = { text, ...(unit && { unit }) };
        const act = ({ id }: ActedOn) =>
          huiyin.post('/api/v1/feedback/{idOrReference}/notes', { path: { idOrReference: id }, body });
        await each(items, act, () => t('asked', { unit: units.nameOf(unit) }));
      }}
    />
  );
}

/** Closes an item without an answer, with the written reason. */
export function DismissDialog({ items, onClose, onDone }: Dialog) {
  const t = useTexts();
  const each = useDoing();
  return (
    <UnitAndWords
      open={items.length > 0}
      title={t('dismiss')}
      hint={t('dismissHint')}
      words={t('reason')}
      withoutUnit
      onClose={onClose}
      onSend={async (reason) => {
        const act = ({ id }: ActedOn) =>
          huiyin.post('/api/v1/feedback/{idOrReference}/dismissal', { path: { idOrReference: id }, body: { reason } });
        await each(items, act, () => t('dismissed'));
        onDone?.();
      }}
    />
  );
}

interface Asked {
  readonly open: boolean;
  readonly title: string;
  readonly hint: string;
  /** What the text is called. */
  readonly words: string;
  readonly needsUnit?: boolean;
  readonly withoutUnit?: boolean;
  readonly onClose: () => void;
  readonly onSend: (text: string, unit: string | undefined) => Promise<void>;
}

function UnitAndWords({ open, title, hint, words, needsUnit, withoutUnit, onClose, onSend }: Asked) {
  const t = useTexts();
  const { root } = useUnits();
  const [unit, setUnit] = useState<string>();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const ready = text.trim() !== '' && (unit !== undefined || !needsUnit);
  const send = async (): Promise<void> => {
    if (!ready || busy) return;
    setBusy(true);
    await onSend(text.trim(), unit);
    setBusy(false);
    setText('');
    setUnit(undefined);
    onClose();
  };
  return (
    <Modal
      open={open}
      title={title}
      onCancel={onClose}
      okText={t('send')}
      cancelText={t('back')}
      okButtonProps={{ disabled: !ready, loading: busy }}
      onOk={() => void send()}
    >
      <div
        className="resolve-form"
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
        }}
      >
        <p className="faint">{hint}</p>
        {!withoutUnit && (
          <label>
            <span className="field-name">{t('unit')}</span>
            <TreeSelect<string | null>
              className="full"
              aria-label={t('unit')}
              value={unit ?? null}
              allowClear
              showSearch
              treeNodeFilterProp="title"
              treeDefaultExpandedKeys={root ? [root.code] : []}
              treeData={root ? [nodeOf(root)] : []}
              onChange={(next) => setUnit(next ?? undefined)}
            />
          </label>
        )}
        <label>
          <span className="field-name">{words}</span>
          <Input.TextArea
            autoFocus={Boolean(withoutUnit)}
            value={text}
            maxLength={2_000}
            rows={3}
            onChange={({ target }) => setText(target.value)}
          />
        </label>
      </div>
    </Modal>
  );
}
