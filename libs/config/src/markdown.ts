import { GROUPS, type Setting } from './kinds.js';
import { SETTINGS } from './settings.js';

const HEAD = `# Configuration · 配置

Generated from \`libs/config/src/settings.ts\`; do not edit. 本文件由 \`libs/config/src/settings.ts\` 生成，请勿手工修改。

Settings are environment variables; an empty one counts as not set. A secret (🔒) may come from a file: put the file's path into
\`<NAME>_FILE\`. 配置项均为环境变量，空值视为未设置。机密项（🔒）可从文件读取：将文件路径写入 \`<名称>_FILE\`。
`;

/** The text of docs/configuration.md, in both languages. */
export function configurationMarkdown(): string {
  const settings = Object.values(SETTINGS) as Setting<unknown>[];
  const chapters = Object.entries(GROUPS).map(([group, title]) => {
    const rows = settings.filter((setting) => setting.group === group).map(row);
    return [
      `## ${title.en} · ${title.zh}`,
      '',
      '| Variable | What for | 用途 | Accepts | Default |',
      '|---|---|---|---|---|',
      ...rows,
    ];
  });
  return [HEAD, ...chapters.map((lines) => `${lines.join('\n')}\n`)].join('\n');
}

function row(setting: Setting<unknown>): string {
  const name = `\`${setting.env}\`${setting.secret ? ' 🔒' : ''}`;
  return `| ${[name, setting.en, setting.zh, setting.accepts, defaultOf(setting)].join(' | ')} |`;
}

function defaultOf(setting: Setting<unknown>): string {
  return setting.defaultText ?? `\`${String(setting.default)}\``;
}
