import { Page } from '../../../parts/page';
import { Models } from './models';
import { ParkedItems } from './parked-items';
import { useTexts } from './texts';

/** What failed and waits for somebody, and the models that judge. */
export default function Parked() {
  const t = useTexts();
  return (
    <Page title={t('title')} sentence={t('sentence')}>
      <ParkedItems />
      <Models />
    </Page>
  );
}
