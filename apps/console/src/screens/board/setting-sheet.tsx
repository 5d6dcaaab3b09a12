import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Modal, Switch } from 'antd';
import { useState } from 'react';
import { huiyin, type Got } from '../../api/client';
import { useProblem } from '../../api/problem';
import { refreshBoard } from './refresh';
import { useTexts } from './texts';

/** Whether the board is open to everybody, and what it is called. */
export function SettingSheet({ setting, onClose }: { setting: Got<'/api/v1/board/settings'>; onClose: () => void }) {
  const t = useTexts();
  const client = useQueryClient();
  const problem = useProblem();
  const { message } = App.useApp();
  const [now, setNow] = useState(setting);
  const save = async () => {
    try {
      const names = { nameZh: now.nameZh.trim() || setting.nameZh, nameEn: now.nameEn.trim() || setting.nameEn };
      await huiyin.patch('/api/v1/board/settings', { body: { open: now.open, ...names } });
      await refreshBoard(client);
      void message.success(t('saved'));
      onClose();
    } catch (error) {
      void message.error(problem(error));
    }
  };
  return (
    <Modal
      open
      title={t('settings')}
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={() => void save()}>
          {t('save')}
        </Button>
      }
    >
      <div className="board-form">
        <div className="board-switch">
          <Switch checked={now.open} aria-label={t('open')} onChange={(open) => setNow({ ...now, open })} />
          <span>{t('open')}</span>
        </div>
        <p className="faint small">{t('openHint')}</p>
        <label>
          {t('nameZh')}
          <Input
            value={now.nameZh}
            maxLength={60}
            onChange={({ target }) => setNow({ ...now, nameZh: target.value })}
          />
        </label>
        <label>
          {t('nameEn')}
          <Input
            value={now.nameEn}
            maxLength={60}
            onChange={({ target }) => setNow({ ...now, nameEn: target.value })}
          />
        </label>
      </div>
    </Modal>
  );
}
