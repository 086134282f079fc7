import { type Config, ConfigError, loadConfig } from '#config';
import type { Language } from '#graphql';
import { describeStartError } from '#process';
import { parseArgs } from 'node:util';
import { terminalLanguage } from './import.words.js';

export interface ImportWish {
  readonly file: string;
  readonly dryRun: boolean;
  readonly isTemplate: boolean;
  readonly language: Language;
}

/** A command that reads one file into the database, or writes an empty one to fill in. */
export interface ImportCommand {
  readonly usage: Readonly<Record<Language, string>>;
  /** What to say when the empty file is written. */
  writeTemplate(wish: ImportWish): Promise<string>;
  /** What is wrong with the file is seen before the configuration is asked for. */
  read(wish: ImportWish, warn: (text: string) => void): Promise<(config: Config) => Promise<string>>;
  /** In words for whoever filled the file in; null for what is no fault of theirs. */
  tell(error: unknown, language: Language): string | null;
}

/** From where a command is given, and where it says what became of it. */
export interface Terminal {
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  say(text: string): void;
  warn(text: string): void;
}

const OWN_TERMINAL: Terminal = {
  args: process.argv.slice(2),
  env: process.env,
  say: (text) => void process.stdout.write(text),
  warn: (text) => void process.stderr.write(text),
};

/** Reads the arguments and does what they say; the exit code is 1 where it could not. */
export async function runImport(command: ImportCommand, terminal = OWN_TERMINAL): Promise<0 | 1> {
  const { args, env } = terminal;
  let config: Config | null = null;
  let language = terminalLanguage(undefined, env);
  try {
    const wish = readArguments(args, command.usage[language], env);
    ({ language } = wish);
    if (wish.isTemplate) {
      terminal.say(`${await command.writeTemplate(wish)}\n`);
      return 0;
    }
    const importInto = await command.read(wish, (text) => terminal.warn(text));
    config = loadConfig(env);
    terminal.say(await importInto(config));
    return 0;
  } catch (error) {
    terminal.warn(`${command.tell(error, language) ?? describeStartError(error, config)}\n`);
    return 1;
  }
}

function readArguments(args: readonly string[], usage: string, env: NodeJS.ProcessEnv): ImportWish {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        'dry-run': { type: 'boolean', default: false },
        template: { type: 'boolean', default: false },
        lang: { type: 'string' },
      },
      allowPositionals: true,
    });
    const [file, ...others] = positionals;
    const { lang, template: isTemplate, 'dry-run': dryRun } = values;
    const language = terminalLanguage(lang, env);
    if (file !== undefined && others.length === 0 && (lang === undefined || lang === language))
      return { file, dryRun, isTemplate, language };
  } catch {
    // An unknown option: the usage says it all.
  }
  throw new ConfigError([usage]);
}
