import { App } from 'antd';
import { useId, useState, type DragEvent } from 'react';
import { LARGEST_FILE } from './send-file';
import { useTexts } from './texts';

/** A place to drop a file on, which is also the button that asks for one. */
export function DropFile({ onFile }: { onFile: (file: File) => void }) {
  const t = useTexts();
  const { message } = App.useApp();
  const id = useId();
  const [over, setOver] = useState(false);
  const take = (file: File | undefined) => {
    if (!file) return;
    if (file.size > LARGEST_FILE) void message.error(t('tooLarge'));
    else onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <label
      htmlFor={id}
      className={over ? 'drop drop-over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span className="empty-title">{t('drop')}</span>
      <span className="faint">{t('dropHint')}</span>
      <input
        id={id}
        type="file"
        className="hidden"
        accept=".csv,.tsv,.txt,.xlsx,.ndjson,.jsonl,.json"
        onChange={({ currentTarget }) => take(currentTarget.files?.[0])}
      />
    </label>
  );
}
