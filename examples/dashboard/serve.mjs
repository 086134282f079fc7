// Serves this folder and ECharts on this machine alone: node examples/dashboard/serve.mjs [port]
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const TYPES = { html: 'text/html', css: 'text/css', js: 'text/javascript' };
const ECHARTS = createRequire(import.meta.url).resolve('echarts/dist/echarts.min.js');

const server = createServer(async (request, response) => {
  const [, name = '', ending = ''] = /^\/([a-z.]+\.(html|css|js))?$/.exec(request.url.split('?')[0]) ?? [null, '.'];
  const file = name === 'echarts.min.js' ? ECHARTS : fileURLToPath(new URL(name || 'index.html', import.meta.url));
  const body = await readFile(file).catch(() => null);
  response.writeHead(body ? 200 : 404, {
    'content-type': `${TYPES[ending || 'html']}; charset=utf-8`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  response.end(body ?? 'There is nothing here.');
});

server.listen(Number(process.argv[2] ?? 8080), '127.0.0.1', () => {
  console.log(`The dashboard is at http://localhost:${server.address().port}/`);
});
