/** One tab of the explorer; `variables` and `headers` are JSON text. */
export interface ExplorerTab {
  readonly query: string;
  readonly variables?: string;
  readonly headers?: string;
}

/** Everything comes from this origin; GraphiQL writes styles of its own, hence 'unsafe-inline' for those alone. */
export const EXPLORER_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const EXPLORER_PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Lianjian API explorer</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="explorer/graphiql.css" />
    <style>body { margin: 0 } #explorer { height: 100vh }</style>
  </head>
  <body>
    <div id="explorer">Loading…</div>
    <script src="explorer/react.js"></script>
    <script src="explorer/react-dom.js"></script>
    <script src="explorer/graphiql.js"></script>
    <script src="explorer/start.js"></script>
  </body>
</html>
`;

/** The script that starts GraphiQL on our endpoint with the example tabs. */
export function startScript(endpoint: string, tabs: readonly ExplorerTab[]): string {
  return `const fetcher = GraphiQL.createFetcher({ url: ${JSON.stringify(endpoint)} });
ReactDOM.createRoot(document.getElementById('explorer')).render(
  React.createElement(GraphiQL, {
    fetcher,
    defaultTabs: ${JSON.stringify(tabs)},
    isHeadersEditorEnabled: true,
    defaultEditorToolsVisibility: true,
  }),
);
`;
}
