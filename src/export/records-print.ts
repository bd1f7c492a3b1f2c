import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { escapeMarkdown, escapeText } from '../base/escape.ts';
import { element } from '../render/element.ts';
import { type Words, wordsIn, wordsOf } from '../render/words.ts';
import { directionOf } from '../words/scripts.ts';
import { cellForPeople, csvOf } from './csv.ts';
import type { Exported, Source, Untold } from './export.ts';
import { textOf } from './named.ts';
import { type RecordRow, recordColumns, recordsOf, untoldIn } from './records.ts';

/** Records of processing as a table for spreadsheets. */
export function recordsCsv(source: Source): Exported {
  const { rows, words } = documentOf(source);
  const table = rows.map((row) =>
    recordColumns.map(([column]) => cellForPeople(escapeText(row[column].join('; ')))),
  );
  return { text: csvOf([headings(words), ...table]), untold: toTell(rows) };
}

/** The same as a document, with a section for each activity. */
export function recordsMarkdown(source: Source): Exported {
  const { rows, words, title, missing } = documentOf(source);
  const [, ...labels] = headings(words);
  const sections = rows.map((row) => {
    const lines = recordColumns.slice(1).map(([column], at) => {
      const cell = row[column].map(escapeMarkdown).join('; ');
      return `- **${labels[at]}**${words.colon}${cell === '' ? '—' : cell}`;
    });
    return `## ${escapeMarkdown(row.activity.join(' '))}\n\n${lines.join('\n')}\n`;
  });
  const items = missing.map((one) => `- ${escapeMarkdown(one)}`);
  const rest = items.length === 0 ? [] : [`## ${words.records.notTold}\n\n${items.join('\n')}\n`];
  const head = `# ${escapeMarkdown(title)}\n\n${words.records.notice}\n`;
  return { text: [head, ...sections, ...rest].join('\n'), untold: toTell(rows) };
}

/** The same as a page. */
export function recordsHtml(source: Source): Exported {
  const { rows, words, title, missing } = documentOf(source);
  const header = headings(words).map((heading) => node('th', { scope: 'col' }, heading));
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
  const items = missing.map((one) => node('li', {}, one));
  const page = node(
    'html',
    { lang: source.locale, dir: directionOf(source.locale) },
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
      node('p', {}, words.records.notice),
      node('table', {}, node('thead', {}, node('tr', {}, ...header)), node('tbody', {}, ...body)),
      ...(items.length === 0 ? [] : [node('h2', {}, words.records.notTold), node('ul', {}, ...items)]),
    ),
  );
  return { text: `<!doctype html>\n${toHtml(page)}\n`, untold: toTell(rows) };
}

const style =
  'body{font:1rem/1.4 system-ui,sans-serif;margin:2rem}table{border-collapse:collapse}th,td{border:1px solid;padding:.4rem;text-align:start;vertical-align:top}ul{margin:0;padding-inline-start:1.2em}';

/** The parts that every form prints, in the words of a language. */
function documentOf(source: Source): {
  readonly rows: readonly RecordRow[];
  readonly words: Words;
  readonly title: string;
  readonly missing: readonly string[];
} {
  const { policy, locale } = source;
  const words = wordsIn(policy, locale);
  const rows = recordsOf(source);
  const title = words.records.title(textOf(policy, 'policy', 'title', locale) ?? policy.id);
  return {
    rows,
    words,
    title,
    missing: untoldIn(rows, words).map(({ about, because }) => about + words.colon + because),
  };
}

function headings(words: Words): readonly string[] {
  return recordColumns.map(([column, article]) =>
    article === ''
      ? words.records.columns[column]
      : words.records.columns[column] + words.open + article + words.close,
  );
}

/** What is missing, for the person who ran the command, and so in English like all messages. */
function toTell(rows: readonly RecordRow[]): readonly Untold[] {
  return untoldIn(rows, wordsOf('en'));
}

function node(
  name: string,
  properties: Element['properties'],
  ...children: readonly (Element | string)[]
): Element {
  return element(
    name,
    properties,
    ...children.map((child) => (typeof child === 'string' ? escapeText(child) : child)),
  );
}
