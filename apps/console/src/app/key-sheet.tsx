import { Modal } from 'antd';
import { texts } from '../i18n/texts';
import { useKnownShortcuts } from './keys';

const useTexts = texts('key-sheet', { zh: { title: '快捷键' }, en: { title: 'Shortcuts' } });

/** Every shortcut that works on this screen. */
export default function KeySheet({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  const shortcuts = useKnownShortcuts();
  return (
    <Modal open onCancel={onClose} footer={null} title={t('title')}>
      <dl className="key-sheet">
        {shortcuts.map(({ keys, says }) => (
          <div key={keys + says}>
            <dt>
              {keys.split(/[ ]/).map((key, place) => (
                <kbd key={place}>{key}</kbd>
              ))}
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
