import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { cannot } from '../base/failure.ts';
import { element } from '../render/element.ts';
import { stringify } from '../render/stringify.ts';
import { counted } from '../report/counted.ts';
import type { PreviewProblem } from './preview-problems.ts';

export interface Preview {
  readonly files: ReadonlyMap<string, string>;
  readonly problems: readonly PreviewProblem[];
  /** The files show an earlier state, since the present one cannot be built. */
  readonly stale: boolean;
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html',
  json: 'application/json',
  md: 'text/markdown',
  txt: 'text/plain',
  xml: 'application/xml',
};
/** Where pages listen for changes. No page has this address: none of our names has a tilde. */
const events = '/~changes';
const eventStream = 'text/event-stream';

/** Serves pages to this machine only. */
export async function startServer(port: number, now: () => Preview) {
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const { status, type, text, policy, to } = replyTo(request, portOf(server), now());
    response.writeHead(status, {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      // Pages of others can neither frame what is shown here nor find out what there is.
      'x-frame-options': 'DENY',
      'cross-origin-resource-policy': 'same-origin',
      ...(policy === undefined ? {} : { 'content-security-policy': policy }),
      ...(to === undefined ? {} : { location: to }),
    });
    if (request.method === 'HEAD') return void response.end();
    if (type !== eventStream) return void response.end(text);
    response.write(text);
    listeners.add(response);
    response.on('close', () => listeners.delete(response));
  });
  await new Promise<void>((done, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      failed(error.code === 'EADDRINUSE' ? cannot('port-taken', { port }) : error),
    );
    server.listen(port, '127.0.0.1', done);
  });
  return {
    port: portOf(server),
    changed: () => {
      for (const listener of listeners) listener.write('data: changed\n\n');
    },
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

interface Reply {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  readonly policy?: string;
  /** Where to redirect to. */
  readonly to?: string;
}

function replyTo({ url = '/', method, headers }: IncomingMessage, port: number, preview: Preview): Reply {
  const { files, problems } = preview;
  const refusal = (status: number, text: string): Reply => ({ status, type: 'text/plain', text });
  // A page of others that resolves its own name to this machine gets no answer.
  if (!['127.0.0.1', 'localhost'].some((host) => headers.host === `${host}:${port}`))
    return refusal(403, 'Only for this machine.\n');
  if (method !== 'GET' && method !== 'HEAD') return refusal(405, 'Pages can only be read.\n');
  const path = pathOf(url);
  if (path === events) return { status: 200, type: eventStream, text: ':\n\n' };
  const [file, text] = found(files, path);
  // Without its trailing slash, the relative links of a folder's page would lead beside the folder.
  if (file.endsWith('/index.html') && !path.endsWith('/') && !path.endsWith('.html'))
    return { ...refusal(307, 'A folder.\n'), to: encodeURI(`/${file.slice(0, -'index.html'.length)}`) };
  const type = types[file.split('.').at(-1) ?? ''] ?? 'text/plain';
  if (text !== undefined && type !== 'text/html') return { status: 200, type, text };
  if (text === undefined && problems.length === 0) return refusal(404, 'There is no such page.\n');
  const nonce = randomBytes(16).toString('base64');
  return {
    status: text === undefined ? 404 : 200,
    type: 'text/html',
    text: live(text ?? bare, preview, nonce),
    policy: `default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-${nonce}'; connect-src 'self'; base-uri 'none'; form-action 'none'`,
  };
}

function pathOf(url: string): string {
  try {
    return decodeURIComponent(new URL(url, 'http://127.0.0.1').pathname);
  } catch {
    return '/';
  }
}

function found(files: ReadonlyMap<string, string>, path: string): readonly [string, string | undefined] {
  const name = path.replace(/^\/+/, '');
  const folder = name === '' || name.endsWith('/') ? name : `${name}/`;
  const all = [name, `${folder}index.html`];
  const file = all.find((one) => files.has(one)) ?? name;
  return [file, files.get(file)];
}

const bare =
  '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Preview</title></head><body></body></html>';

/** The page with its problems above it and a listener for changes; its own security policy would allow neither. */
function live(html: string, preview: Preview, nonce: string): string {
  const script = `new EventSource(${JSON.stringify(events)}).onmessage=()=>location.reload()`;
  return html
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
    .replace('</head>', () => `<script nonce="${nonce}">${script}</script></head>`)
    .replace(/<body>/, () => `<body>${preview.problems.length === 0 ? '' : listed(preview)}`);
}

function listed({ problems, stale }: Preview): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const found = `${counted(errors, 'error')}, ${counted(problems.length - errors, 'remark')}.`;
  const title = stale ? `${found} The pages are as they were before.` : found;
  const items = problems
    .slice(0, 100)
    .map(({ severity, where, reason, fix }) =>
      element(
        'li',
        {},
        element('strong', {}, `${severity} `),
        reason,
        ' ',
        fix,
        ' ',
        element('code', {}, where),
      ),
    );
  const box = element(
    'details',
    {
      open: errors > 0,
      lang: 'en',
      dir: 'ltr',
      style:
        'padding:.6rem 1rem;background:#faf0da;color:#222;font:15px/1.5 system-ui,sans-serif;border-bottom:2px solid #5c3900',
    },
    element('summary', {}, `policyc check: ${title}`),
    element('ul', {}, ...items),
  );
  return stringify({ type: 'root', children: [box] });
}
