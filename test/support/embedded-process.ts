import { startEmbeddedPostgres } from '#database';

// A process that holds an embedded server until it is killed; it says where once the server is up.
const [dataDir = ''] = process.argv.slice(2);
const server = await startEmbeddedPostgres({ dataDir, log: () => {} });
process.stdout.write(`${server.ownerUrl}\n`);
setInterval(() => {}, 60_000);
