// Serves this folder and ECharts on this machine alone: node examples/dashboard/serve.mjs [port]
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const TYPES = { html: 'text/html', css: 'text/css', js: 'text/javascript' };
const require = createRequire(import.meta.url);
const ECHARTS = require.resolve('echarts/dist/echarts.min.js');
const GRAPHQL_WS = new URL('.', pathToFileURL(require.resolve('graphql-ws/client')));

/** The files of this folder, and those of the two libraries beside them. */
function findFile(path) {
  const [, folder, name] = /^\/(graphql-ws\/)?([A-Za-z][\w-]*(?:\.\w+)*\.(?:html|css|js))?$/.exec(path) ?? [null, '', ''];
  if (folder === undefined && name === undefined) return fileURLToPath(new URL('index.html', import.meta.url));
  if (!name) return null;
  if (folder) return fileURLToPath(new URL(name, GRAPHQL_WS));
  return name === 'echarts.min.js' ? ECHARTS : fileURLToPath(new URL(name, import.meta.url));
}

const server = createServer(async (request, response) => {
  const file = findFile(request.url.split('?')[0]);
  const body = file && (await readFile(file).catch(() => null));
  response.writeHead(body ? 200 : 404, {
    'content-type': `${TYPES[body ? file.split('.').at(-1) : 'html']}; charset=utf-8`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  response.end(body || 'There is nothing here.');
});

server.listen(Number(process.argv[2] ?? 8080), '127.0.0.1', () => {
  console.log(`The dashboard is at http://localhost:${server.address().port}/`);
});
