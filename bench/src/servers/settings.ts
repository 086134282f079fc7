/** As many connections as the product's own pool has. */
export const POOL_SIZE = 10;

/** What every server is started with. */
export const settings = {
  port: Number(process.env['PORT']),
  databaseUrl: process.env['APP_DATABASE_URL'] ?? '',
} as const;

/** What the one who started us waits for. */
export function sayReady(): void {
  process.stdout.write('ready\n');
}
