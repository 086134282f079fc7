import type { Config } from '#config';

const EVERYWHERE = new Set(['127.0.0.1', '0.0.0.0', '::', '::1', 'localhost']);

/** What a newcomer needs to know next. */
export function bannerOf(config: Config, accountsFile: string | null): string {
  const host = EVERYWHERE.has(config.host) ? 'localhost' : bracketed(config.host);
  const origin = `http://${host}:${config.port}`;
  const lines = ['Lianjian is up.', `  API       ${origin}/graphql`, `  Explorer  ${origin}/explorer`];
  if (accountsFile) {
    lines.push('  Try as    southeast-committee (secretary) or bus-639 (liaison), region 310115');
    lines.push(`  Accounts  ${accountsFile}`);
  }
  lines.push(config.databaseUrl === null ? `  Data      ${config.dataDir}` : '  Data      in DATABASE_URL');
  return `${lines.join('\n')}\nStop it with Ctrl-C.\n`;
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
