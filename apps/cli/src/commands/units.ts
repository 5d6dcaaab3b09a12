import { readFile } from 'node:fs/promises';
import { OperatorError } from '@huiyin/config';
import { Units, type UnitNode } from '@huiyin/org';
import { defineCommand } from '../command.js';
import { unitsOfFile } from '../units-file.js';
import { withDatabase } from '../with-database.js';

const USAGE = 'import <file.json|file.csv> | list [--json]';

export const command = defineCommand({
  summary: {
    en: 'Shows the tree of units, or takes it from a file: code, parent, level, nameZh, nameEn, region, active.',
    zh: '显示单位树,或从文件导入(列:code、parent、level、nameZh、nameEn、region、active)。',
  },
  usage: USAGE,
  options: { json: { type: 'boolean', default: false } },
  async run({ positionals: [action, file, ...more], values }, config) {
    if (action === 'list' && file === undefined) {
      const tree = await withDatabase(config(), 'units', (database) => new Units(database).tree());
      console.log(values.json ? JSON.stringify(plain(tree), null, 2) : drawn(tree, '').join('\n'));
    } else if (action === 'import' && file !== undefined && more.length === 0) {
      const units = unitsOfFile(file, await textOf(file));
      const done = await withDatabase(config(), 'units', (database) => new Units(database).importAll(units));
      console.log(`${done.created} created, ${done.updated} changed, ${done.unchanged} as they were.`);
    } else {
      throw new OperatorError(`Write units ${USAGE}`);
    }
  },
});

async function textOf(file: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (error) {
    throw new OperatorError(`${file} cannot be read as UTF-8 text (${(error as Error).message}).`, { cause: error });
  }
}

/** One line for each unit, indented by its depth. */
function drawn(node: UnitNode, indent: string): string[] {
  const region = node.region === null ? '' : ` [${node.region}]`;
  const line = `${indent}${node.code}  ${node.nameZh} / ${node.nameEn}  (${node.level})${region}${node.active ? '' : ' inactive'}`;
  return [line, ...node.children.flatMap((child) => drawn(child, `${indent}  `))];
}

/** The tree in the form that `import` takes. */
function plain({ code, level, nameZh, nameEn, region, active, children }: UnitNode): object {
  return { code, level, nameZh, nameEn, region, active, children: children.map(plain) };
}
