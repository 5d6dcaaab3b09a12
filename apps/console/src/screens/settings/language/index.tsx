import { Tree } from 'antd';
import type { ReactNode } from 'react';
import { useCategories, type CategoryNode } from '../../../parts/categories';
import { Page, Panel } from '../../../parts/page';
import { Bones } from '../../../parts/states';
import { Dictionary } from './dictionary';
import { useTexts } from './texts';

/** What feedback is sorted into, and the operator's own words. */
export default function LanguageSettings() {
  const t = useTexts();
  const { all, tree } = useCategories();
  return (
    <Page title={t('title')} sentence={t('sentence')}>
      <Dictionary />
      <Panel title={t('tree')}>
        <div className="stack">
          <p className="faint">{t('treeHint', { n: all.length })}</p>
          {tree.length === 0 ? <Bones rows={6} /> : <Tree selectable={false} showLine treeData={tree.map(withCode)} />}
        </div>
      </Panel>
    </Page>
  );
}

/** A category with its code after its name, since rules and exports name it so. */
function withCode({ title, value, children }: CategoryNode): {
  key: string;
  title: ReactNode;
  children: ReturnType<typeof withCode>[];
} {
  const words = (
    <>
      {title} <span className="faint small code">{value}</span>
    </>
  );
  return { key: value, title: words, children: children.map(withCode) };
}
