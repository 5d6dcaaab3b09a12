import { useState } from 'react';
import { Page } from '../../../parts/page';
import { DropFile } from './drop-file';
import { NewImport } from './new-import';
import { PastImports } from './past-imports';
import { useTexts } from './texts';

/** Feedback as files: one to take in now, and those of before. */
export default function Imports() {
  const t = useTexts();
  const [file, setFile] = useState<File | undefined>();
  return (
    <Page title={t('title')} sentence={t('sentence')}>
      {file ? (
        <NewImport
          key={`${file.name} ${file.size} ${file.lastModified}`}
          file={file}
          onDone={() => setFile(undefined)}
        />
      ) : (
        <DropFile onFile={setFile} />
      )}
      <PastImports />
    </Page>
  );
}
