import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { escapeMarkdown, escapeText } from '../base/escape.ts';
import { cellForPeople, csvOf } from './csv.ts';
import type { Exported, Source } from './export.ts';
import { textOf } from './named.ts';
import { recordColumns, recordsOf } from './records.ts';

const notice = 'Made from what the policy states. Whether it is complete is for the controller to say.';

/** Records of processing as a table for spreadsheets. */
export function recordsCsv(source: Source): Exported {
  const { rows, untold } = recordsOf(source);
  const header = recordColumns.map(([, label, article]) =>
    article === '' ? label : `${label} (${article})`,
  );
  const table = rows.map((row) =>
    recordColumns.map(([column]) => cellForPeople(escapeText(row[column].join('; ')))),
  );
  return { text: csvOf([header, ...table]), untold };
}

/** The same as a document, an activity a section. */
export function recordsMarkdown(source: Source): Exported {
  const { rows, untold } = recordsOf(source);
  const sections = rows.map((row) => {
    const lines = recordColumns.slice(1).map(([column, label, article]) => {
      const cell = row[column].map(escapeMarkdown).join('; ');
      return `- **${label}** (${article}): ${cell === '' ? '—' : cell}`;
    });
    return `## ${escapeMarkdown(row.activity.join(' '))}\n\n${lines.join('\n')}\n`;
  });
  const missing = untold.map(
    ({ about, because }) => `- ${escapeMarkdown(about)}: ${escapeMarkdown(because)}`,
  );
  const rest = missing.length === 0 ? [] : [`## Not told\n\n${missing.join('\n')}\n`];
  const head = `# Records of processing activities: ${escapeMarkdown(titleIn(source))}\n\n${notice}\n`;
  return { text: [head, ...sections, ...rest].join('\n'), untold };
}

/** The same as a page. */
export function recordsHtml(source: Source): Exported {
  const { rows, untold } = recordsOf(source);
  const title = `Records of processing activities: ${titleIn(source)}`;
  const header = recordColumns.map(([, label, article]) =>
    node('th', { scope: 'col' }, article === '' ? label : `${label} (${article})`),
  );
  const body = rows.map((row) =>
    node(
      'tr',
      {},
      ...recordColumns.map(([column], at) => {
        const parts = row[column];
        const cell =
          parts.length < 2 ? (parts[0] ?? '—') : node('ul', {}, ...parts.map((one) => node('li', {}, one)));
        return at === 0 ? node('th', { scope: 'row' }, cell) : node('td', {}, cell);
      }),
    ),
  );
  const missing = untold.map(({ about, because }) => node('li', {}, `${about}: ${because}`));
  const page = node(
    'html',
    { lang: source.locale },
    node(
      'head',
      {},
      node('meta', { charSet: 'utf-8' }),
      node('meta', { name: 'viewport', content: 'width=device-width' }),
      node('title', {}, title),
      node('style', {}, style),
    ),
    node(
      'body',
      {},
      node('h1', {}, title),
      node('p', {}, notice),
      node('table', {}, node('thead', {}, node('tr', {}, ...header)), node('tbody', {}, ...body)),
      ...(missing.length === 0 ? [] : [node('h2', {}, 'Not told'), node('ul', {}, ...missing)]),
    ),
  );
  return { text: `<!doctype html>\n${toHtml(page)}\n`, untold };
}

const style =
  'body{font:1rem/1.4 system-ui,sans-serif;margin:2rem}table{border-collapse:collapse}th,td{border:1px solid;padding:.4rem;text-align:start;vertical-align:top}ul{margin:0;padding-inline-start:1.2em}';

function titleIn({ policy, locale }: Source): string {
  return textOf(policy, 'policy', 'title', locale) ?? policy.id;
}

function node(
  name: string,
  properties: Element['properties'],
  ...children: readonly (Element | string)[]
): Element {
  return {
    type: 'element',
    tagName: name,
    properties,
    children: children.map((child) =>
      typeof child === 'string' ? { type: 'text', value: escapeText(child) } : child,
    ),
  };
}
