import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const LOADER = join(ROOT, 'libs/testing/src/typescript.mjs');
/** Where the programs are that the recipes call: `node` is this one. */
const PATH = `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`;

/** A block of code in a document: ```` ```bash push-one run ````. */
export interface Block {
  readonly language: string;
  /** Empty for one that is only to be read. */
  readonly name: string;
  readonly text: string;
}

/** All blocks of code of a document of docs/, in their order. */
export function blocksOf(document: string): Block[] {
  const text = readFileSync(join(ROOT, 'docs', document), 'utf8');
  return [...text.matchAll(/^```(\w+) ?(.*)\n([\s\S]*?)^```$/gm)].map(([, language = '', name = '', code = '']) => ({
    language,
    name,
    text: code,
  }));
}

/** How a recipe ended, and what it said. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Whether a program is there. */
export function isThere(program: string): boolean {
  return spawnSync(program, ['--version'], { env: { PATH }, stdio: 'ignore' }).status === 0;
}

/** A program of another maker that runs until it is told to stop. */
export class Running {
  out = '';
  err = '';
  readonly ended: Promise<Ran>;
  readonly process: ChildProcess;

  constructor(command: readonly string[], options: { cwd: string; env: Readonly<Record<string, string>> }) {
    const [program = '', ...args] = command;
    this.process = spawn(program, args, {
      cwd: options.cwd,
      env: { PATH, PYTHONPATH: join(ROOT, 'docs/examples'), PYTHONDONTWRITEBYTECODE: '1', ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.process.stdout?.on('data', (chunk: Buffer) => (this.out += chunk.toString()));
    this.process.stderr?.on('data', (chunk: Buffer) => (this.err += chunk.toString()));
    this.ended = new Promise((resolve, reject) => {
      this.process.once('error', reject);
      this.process.once('close', (code) => resolve({ code, out: this.out, err: this.err }));
    });
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    this.process.kill(signal);
    await this.ended;
  }
}

/** The command that runs a file of TypeScript as it is. */
export const typescript = (file: string): string[] => [process.execPath, '--import', LOADER, file];

/** Starts a block as its reader would, in a folder that it may write to. */
export function start({ language, name, text }: Block, cwd: string, env: Readonly<Record<string, string>>): Running {
  const file = (ending: string): string => {
    const path = join(cwd, `${name.split(' ')[0]}.${ending}`);
    writeFileSync(path, text);
    return path;
  };
  switch (language) {
    case 'bash':
      return new Running(['bash', '-euo', 'pipefail', '-c', text], { cwd, env });
    case 'python':
      return new Running(['python3', file('py')], { cwd, env });
    default:
      return new Running(typescript(file('ts')), { cwd, env });
  }
}
