import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type Config } from '@huiyin/config';

type Options = NonNullable<ParseArgsConfig['options']>;

/** What the command line holds behind the name of a command. */
export type Arguments<O extends Options> = ReturnType<typeof parseArgs<{ options: O; allowPositionals: true }>>;

/** One command of `npm run huiyin -- <name>`: a file in commands/ that exports `command`. */
export interface Command {
  /** What it does, one line in each language. */
  readonly summary: { readonly en: string; readonly zh: string };
  /** What comes behind the name, e.g. `<file> [--source name]`. */
  readonly usage: string;
  /**
   * @returns the exit status of the process; nothing means 0.
   * @throws {OperatorError} for everything that the person at the keyboard can put right.
   */
  run(argv: string[], config: () => Config): Promise<number | void>;
}

/** A command whose `run` sees its options parsed and typed. `config()` reads the settings, and complains about bad ones. */
export function defineCommand<const O extends Options>(definition: {
  readonly summary: Command['summary'];
  readonly usage: string;
  readonly options: O;
  run(args: Arguments<O>, config: () => Config): Promise<number | void>;
}): Command {
  const { summary, usage, options } = definition;
  return {
    summary,
    usage,
    run: (argv, config) => definition.run(parseArgs({ args: argv, options, allowPositionals: true }), config),
  };
}
