import { OperatorError, loadConfig } from '@huiyin/config';
import { CodedError } from '@huiyin/loop';
import { COMMANDS } from './commands/index.js';

/**
 * Runs the command that `argv` names and answers with the exit status. What the person at the keyboard can put right
 * is one line on stderr; anything else is thrown on, with its stack.
 */
export async function runCli(argv: readonly string[]): Promise<number> {
  const [name = 'help', ...rest] = argv;
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load || rest.includes('--help')) return help(name, load !== undefined);
  try {
    const { command } = await load();
    return (await command.run(rest, () => loadConfig())) ?? 0;
  } catch (error) {
    if (!isForThePerson(error)) throw error;
    console.error(`huiyin ${name}: ${error.message}`);
    return 1;
  }
}

function isForThePerson(error: unknown): error is Error {
  const { code } = error as { code?: string };
  return (
    error instanceof OperatorError ||
    error instanceof CodedError ||
    (typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS'))
  );
}

/** The list of commands; exit status 1 when a command was meant that does not exist. */
async function help(name: string, exists: boolean): Promise<number> {
  const asked = exists || ['help', '--help', '-h'].includes(name);
  const print = asked ? console.log : console.error;
  if (!asked) print(`huiyin: there is no command "${name}".\n`);
  print('npm run huiyin -- <command>\n');
  for (const [each, load] of Object.entries(COMMANDS)) {
    if (exists && each !== name) continue;
    const { command } = await load();
    print(`  ${`${each} ${command.usage}`.trim()}\n      ${command.summary.en}\n      ${command.summary.zh}`);
  }
  return asked ? 0 : 1;
}
