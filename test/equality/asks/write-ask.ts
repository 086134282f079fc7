import { parse, validate, type GraphQLSchema } from 'graphql';
import { Names, type Use } from './names.js';
import { isPage, itemsOf, pageWithin } from './room.js';
import type { Beneath, Directive, Item } from './selections.js';
import { valueOf, type Given } from './values.js';

/** One document, and the variables with which it is asked the first and the second time. */
export interface Ask {
  readonly text: string;
  readonly variables: readonly [Variables, Variables];
}

type Variables = Record<string, unknown>;

/** Below the limits of the API, which refuse documents before anything is read. */
const MOST_ALIASES = 12;
const MOST_DIRECTIVES = 8;
/** Rows that a page beneath a page beneath a page may come to. */
const MOST_ROWS = 20;
/** Aliases where names would clash. */
const SPARE = ['c', 'd', 'e', 'f'];

/** A fragment that has been written, and what it counts for wherever it is spread. */
interface Fragment {
  readonly on: string;
  readonly text: string;
  readonly place: Place;
  readonly aliases: number;
  readonly directives: number;
}

interface Place {
  readonly names: Names;
  readonly rows: number;
  readonly depth: number;
}

/** Writes what was drawn as a valid document: aliases where names would clash, pages that do not multiply without end. */
export function writeAsk(schema: GraphQLSchema, drawn: Beneath): Ask {
  const wished = new Writer(schema, true).write(drawn);
  // A fragment that is spread again elsewhere may not fit there.
  return validate(schema, parse(wished.text)).length === 0 ? wished : new Writer(schema, false).write(drawn);
}

class Writer {
  private aliases = 0;
  private directives = 0;
  private readonly fragments: Fragment[] = [];
  private variables: { name: string; type: string; given: Given }[] = [];

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly repeats: boolean,
  ) {}

  write(drawn: Beneath): Ask {
    const body = this.selection(drawn, { names: new Names(this.schema), rows: MOST_ROWS, depth: 0 });
    const declared = this.variables.map(({ name, type, given }) =>
      given.manner === 'default' ? `$${name}: ${type} = ${constant(given)}` : `$${name}: ${type}`,
    );
    const fragments = this.fragments.map(({ on, text }, at) => `\nfragment F${at} on ${on} ${text}`);
    const text = `query${declared.length > 0 ? ` (${declared.join(', ')})` : ''} ${body}${fragments.join('')}`;
    return { text, variables: [this.variablesOf(0), this.variablesOf(1)] };
  }

  private variablesOf(turn: 0 | 1): Variables {
    const given = this.variables.filter((one) => turn === 1 || one.given.manner === 'variable');
    return Object.fromEntries(given.map((one) => [one.name, valueOf(one.given, turn)]));
  }

  private selection({ type, items }: Beneath, place: Place): string {
    const written = items.map((item) => this.item(item, type, place)).filter((text) => text !== '');
    return `{ ${written.join(' ') || '__typename'} }`;
  }

  private item(item: Item, on: string, place: Place): string {
    if (item.kind === 'field') return this.field(item, on, place);
    if (item.kind === 'typename') {
      const name = this.name('__typename', item.alias, { on, asked: '__typename', type: 'String!' }, place);
      if (name === null) return '';
      const alias = name.name === '__typename' ? '' : `${name.name}: `;
      return `${alias}__typename${this.directive(item.directive)}`;
    }
    if (item.kind === 'again') return this.again(on, place, item.directive);
    const [aliases, directives] = [this.aliases, this.directives];
    const body = this.selection(item.beneath, place);
    const counted = { aliases: this.aliases - aliases, directives: this.directives - directives };
    const directive = this.directive(item.directive);
    if (item.kind === 'inline' || item.on === null)
      return `...${item.on === null ? '' : ` on ${item.on}`}${directive} ${body}`;
    this.fragments.push({ on: item.on, text: body, place, ...counted });
    return `...F${this.fragments.length - 1}${directive}`;
  }

  private again(on: string, { depth, rows }: Place, directive: Directive | null): string {
    const at = this.fragments.findLastIndex(
      (one) =>
        one.on === on &&
        one.place.depth >= depth &&
        one.place.rows <= rows &&
        this.aliases + one.aliases <= MOST_ALIASES &&
        this.directives + one.directives <= MOST_DIRECTIVES,
    );
    const fragment = this.fragments[at];
    if (!this.repeats || !fragment) return '';
    this.aliases += fragment.aliases;
    this.directives += fragment.directives;
    return `...F${at}${this.directive(directive)}`;
  }

  private field(item: Extract<Item, { kind: 'field' }>, on: string, place: Place): string {
    const { field, alias, beneath } = item;
    const before = this.variables.length;
    const paged = isPage(field.type) ? pageWithin(item.args, place.rows) : item.args;
    const args = Object.entries(paged).map(([name, given]) => `${name}: ${this.value(given)}`);
    const asked = `${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}`;
    const name = this.name(field.name, alias, { on, asked, type: String(field.type) }, place);
    if (name === null) {
      this.variables = this.variables.slice(0, before);
      return '';
    }
    const directive = this.directive(item.directive);
    const written = `${name.name === field.name ? '' : `${name.name}: `}${asked}${directive}`;
    if (!beneath) return written;
    const rows = Math.max(1, Math.floor(place.rows / itemsOf(field.type, paged)));
    return `${written} ${this.selection(beneath, { names: name.beneath, rows, depth: place.depth + 1 })}`;
  }

  /** Null when there may be no further alias. */
  private name(own: string, alias: string | null, use: Use, { names }: Place): ReturnType<Names['take']> {
    const mayAlias = this.aliases < MOST_ALIASES;
    const taken = names.take(
      [...(alias !== null && mayAlias ? [alias] : []), own, ...(mayAlias ? SPARE : [])],
      use,
    );
    if (taken && taken.name !== own) this.aliases++;
    return taken;
  }

  private directive(directive: Directive | null): string {
    if (directive === null || this.directives >= MOST_DIRECTIVES) return '';
    this.directives++;
    return ` @${directive.name}(if: ${this.value(directive.when)})`;
  }

  private value(given: Given): string {
    const { type, manner, content } = given;
    if (manner !== 'literal') {
      const name = `v${this.variables.length}`;
      this.variables.push({ name, type: manner === 'unset' ? type.replace(/!$/, '') : type, given });
      return `$${name}`;
    }
    if (content.kind === 'leaf') return constant(given);
    if (content.kind === 'list') return `[${content.items.map((item) => this.value(item)).join(', ')}]`;
    const fields = Object.entries(content.fields).map(([name, field]) => `${name}: ${this.value(field)}`);
    return `{${fields.join(', ')}}`;
  }
}

function constant({ content }: Given): string {
  if (content.kind === 'list') return `[${content.items.map(constant).join(', ')}]`;
  if (content.kind === 'object')
    return `{${Object.entries(content.fields)
      .map(([name, field]) => `${name}: ${constant(field)}`)
      .join(', ')}}`;
  const [value] = content.turns;
  return content.isEnum && typeof value === 'string' ? value : JSON.stringify(value);
}
