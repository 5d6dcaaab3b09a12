import { Button, Input, Tree } from 'antd';
import { useState } from 'react';
import { huiyin } from '../../../api/client';
import { Page } from '../../../parts/page';
import { Bones, Empty } from '../../../parts/states';
import { nameOfUnit, useUnits, type Unit } from '../../../parts/units';
import { useSaving, useUndo } from '../saving';
import { useTexts as useSharedTexts } from '../texts';
import { useTexts } from './texts';
import { UNITS, UnitSheet, type Task } from './unit-sheet';

interface Node {
  readonly key: string;
  readonly unit: Unit;
  readonly parent: string | undefined;
  readonly children: Node[];
}

/** The tree of units, to add to, rename and move about. */
export default function Units() {
  const t = useTexts();
  const { root } = useUnits();
  const [task, setTask] = useState<Task | undefined>();
  const [search, setSearch] = useState('');
  const add = root && (
    <Button type="primary" onClick={() => setTask({ under: root })}>
      {t('add')}
    </Button>
  );
  return (
    <Page title={t('title')} sentence={t('sentence')} actions={add}>
      <div className="filters">
        <Input.Search
          className="filter-wide"
          placeholder={t('search')}
          aria-label={t('search')}
          allowClear
          onChange={({ target }) => setSearch(target.value.trim().toLowerCase())}
        />
        <span className="faint small">{t('dragHint')}</span>
      </div>
      {root ? <UnitTree root={root} search={search} onTask={setTask} /> : <Bones rows={10} />}
      {root?.children.length === 0 && <Empty title={t('none')} hint={t('noneHint')} />}
      <UnitSheet task={task} onClose={() => setTask(undefined)} />
    </Page>
  );
}

function UnitTree({ root, search, onTask }: { root: Unit; search: string; onTask: (task: Task) => void }) {
  const t = useTexts();
  const undo = useUndo();
  const units = useUnits();
  const [open, setOpen] = useState<readonly string[]>([root.code]);
  const moving = useSaving<{ node: Node; to: string; back?: boolean }>({
    save: ({ node, to }) =>
      huiyin.patch('/api/v1/units/{code}', {
        path: { code: node.key },
        body: { parent: to, active: node.unit.active },
      }),
    touches: [UNITS],
    onSaved: (_, { node, to, back }) => {
      const from = node.parent;
      if (back || !from) return;
      undo(t('moved', { name: nameOfUnit(node.unit), to: units.nameOf(to) }), () =>
        moving.mutate({ node, to: from, back: true }),
      );
    },
  });
  const tree = nodeOf(root);
  const found = search ? opening(tree, search) : undefined;
  return (
    <div className="unit-tree" aria-label={t('tree')}>
      <Tree<Node>
        blockNode
        showLine
        draggable={{ icon: false, nodeDraggable: (node) => (node as Node).parent !== undefined }}
        selectable={false}
        treeData={[tree]}
        expandedKeys={found ? [...found] : [...open]}
        onExpand={(keys) => setOpen(keys.map(String))}
        allowDrop={({ dropPosition }) => dropPosition === 0}
        onDrop={({ dragNode, node }) => moving.mutate({ node: dragNode, to: node.key })}
        titleRender={(node) => (
          <UnitLine node={node} marked={Boolean(search) && fits(node.unit, search)} onTask={onTask} />
        )}
      />
    </div>
  );
}

function UnitLine({
  node: { unit, parent },
  marked,
  onTask,
}: {
  node: Node;
  marked: boolean;
  onTask: (task: Task) => void;
}) {
  const t = useTexts();
  const shared = useSharedTexts();
  const undo = useUndo();
  const name = nameOfUnit(unit);
  const switching = useSaving<boolean>({
    save: (active) => huiyin.patch('/api/v1/units/{code}', { path: { code: unit.code }, body: { active } }),
    touches: [UNITS],
    onSaved: (_, active) => undo(t(active ? 'activated' : 'deactivated', { name }), () => switching.mutate(!active)),
  });
  return (
    <div className={marked ? 'unit-line unit-marked' : 'unit-line'}>
      <span className={unit.active ? undefined : 'faint'}>{name}</span>
      <span className="faint small code">{unit.code}</span>
      <span className="tag">{t(unit.level)}</span>
      {!unit.active && <span className="faint small">{t('inactive')}</span>}
      <span className="line line-end">
        <Button size="small" type="text" aria-label={t('under', { name })} onClick={() => onTask({ under: unit })}>
          {shared('add')}
        </Button>
        <Button
          size="small"
          type="text"
          aria-label={t('title1', { name })}
          onClick={() => onTask({ change: unit, parent })}
        >
          {shared('edit')}
        </Button>
        {parent && (
          <Button
            size="small"
            type="text"
            aria-label={`${t(unit.active ? 'deactivate' : 'activate')}: ${name}`}
            onClick={() => switching.mutate(!unit.active)}
          >
            {t(unit.active ? 'deactivate' : 'activate')}
          </Button>
        )}
      </span>
    </div>
  );
}

function nodeOf(unit: Unit, parent?: string): Node {
  return { key: unit.code, unit, parent, children: unit.children.map((child) => nodeOf(child, unit.code)) };
}

/** The nodes to open, so that everything that fits is seen. */
function opening(node: Node, search: string): Set<string> {
  const opened = new Set<string>();
  const walk = (one: Node): boolean => {
    const below = one.children.map(walk).some(Boolean);
    if (below) opened.add(one.key);
    return below || fits(one.unit, search);
  };
  walk(node);
  return opened;
}

function fits({ code, nameZh, nameEn }: Unit, search: string): boolean {
  return [code, nameZh, nameEn].some((text) => text.toLowerCase().includes(search));
}
