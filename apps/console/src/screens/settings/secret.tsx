import { App, Button, Input, Modal } from 'antd';
import { useTexts } from './texts';

/** Something that is shown this once: a key, a password, a secret. */
export interface Secret {
  readonly title: string;
  readonly value: string;
}

/** Shows a secret with a way to copy it; it is gone when the window is closed. */
export function SecretWindow({ secret, onClose }: { secret: Secret | undefined; onClose: () => void }) {
  const t = useTexts();
  const { message } = App.useApp();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret?.value ?? '');
      void message.success(t('copied'));
    } catch {
      void message.warning(t('copyFailed'));
    }
  };
  // Taken away at once, not faded out: nothing of a secret stays on the screen.
  if (!secret) return null;
  return (
    <Modal
      open
      title={secret.title}
      closable={false}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('kept')}
        </Button>
      }
    >
      <p className="secret-hint">{t('shownOnce')}</p>
      <div className="secret-line">
        <Input
          className="code"
          readOnly
          value={secret.value}
          aria-label={secret.title}
          onFocus={(event) => event.target.select()}
        />
        <Button onClick={() => void copy()}>{t('copy')}</Button>
      </div>
    </Modal>
  );
}
