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
  read(wish: ImportWish): Promise<(config: Config) => Promise<string>>;
  /** In words for whoever filled the file in; null for what is no fault of theirs. */
  tell(error: unknown, language: Language): string | null;
}

/** Reads the arguments, does what they say, and ends with 1 where it could not. */
export async function runImport(command: ImportCommand): Promise<void> {
  let config: Config | null = null;
  let language = terminalLanguage(undefined, process.env);
  try {
    const wish = readArguments(command.usage[language]);
    ({ language } = wish);
    if (wish.isTemplate) {
      process.stdout.write(`${await command.writeTemplate(wish)}\n`);
      return;
    }
    const importInto = await command.read(wish);
    config = loadConfig(process.env);
    process.stdout.write(await importInto(config));
  } catch (error) {
    process.stderr.write(`${command.tell(error, language) ?? describeStartError(error, config)}\n`);
    process.exitCode = 1;
  }
}

function readArguments(usage: string): ImportWish {
  try {
    const { values, positionals } = parseArgs({
      options: {
        'dry-run': { type: 'boolean', default: false },
        template: { type: 'boolean', default: false },
        lang: { type: 'string' },
      },
      allowPositionals: true,
    });
    const [file, ...others] = positionals;
    const { lang, template: isTemplate, 'dry-run': dryRun } = values;
    const language = terminalLanguage(lang, process.env);
    if (file !== undefined && others.length === 0 && (lang === undefined || lang === language))
      return { file, dryRun, isTemplate, language };
  } catch {
    // An unknown option: the usage says it all.
  }
  throw new ConfigError([usage]);
}
