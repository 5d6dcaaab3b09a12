import { useMay } from '../../../app/session';
import { Page } from '../../../parts/page';
import { Sources } from './sources';
import { Templates } from './templates';
import { useTexts } from './texts';

/** What customers receive, and through what. */
export default function ChannelsAndTemplates() {
  const t = useTexts();
  const may = useMay();
  return (
    <Page title={t('title')} sentence={t('sentence')}>
      {may('templates:write') && <Templates />}
      {may('webhooks:write') && <Sources />}
    </Page>
  );
}
