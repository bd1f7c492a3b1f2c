import { append } from '../base/group.ts';
import type { Row } from '../model/policy.ts';
import { flow } from './flow.ts';
import {
  type Block,
  type Grid,
  grid,
  heading,
  type Inline,
  type MatrixMark,
  type MatrixRow,
  paragraph,
  part,
} from './nodes.ts';
import { partLink, partName } from './resolve.ts';
import { dataLabel, isSensitive, permissionLabel, type View } from './view.ts';
import { capitalise } from './words.ts';

/** Anchors of what is generated from a whole policy. They cannot clash: no clause id has an underscore. */
const overviewId = 'at_a_glance';

/** Short tables made from all clauses: where data goes, which function uses what, what a device is asked for. */
export function overviews(view: View): Block[] {
  const { lists } = view.words;
  const shown = [
    ...named('shared', view.words.flow.title, flow(view)),
    ...named('uses', lists.collected, matrix(view)),
    ...named('permissions', lists.permissions, permissionList(view)),
  ];
  if (shown.length === 0) return [];
  const intro = [heading(2, view.words.overviews), paragraph(view.words.overviewNote)];
  return [part(overviewId, 'chapter', [...intro, ...shown])];
}

function named(name: string, title: string, table: readonly Block[]): Block[] {
  return table.length === 0 ? [] : [part(`${overviewId}_${name}`, 'overview', [heading(3, title), ...table])];
}

/** Which function uses which groups of data. Left out if it had only one row or column, which would say nothing. */
function matrix(view: View): Block[] {
  const { rows, words } = view;
  const groups = [...new Set(rows.all('function.data').map((row) => groupOf(view, row.key[1] ?? '')))].sort(
    (a, b) => groupOrder.indexOf(a) - groupOrder.indexOf(b) || (a < b ? -1 : 1),
  );
  const sections = rows.chapters.flatMap(({ id, clauses }) => {
    const inside = clauses.flatMap((clause): MatrixRow[] =>
      clause.kind === 'function' && rows.all('function.data', clause.id).length > 0
        ? [rowOf(view, clause.id, groups)]
        : [],
    );
    return inside.length === 0 ? [] : [{ title: partName(view, id), rows: inside }];
  });
  if (groups.length < 2 || sections.flatMap((section) => section.rows).length < 2) return [];
  return [
    {
      type: 'matrix',
      caption: words.lists.collected,
      corner: words.labels.function,
      columns: groups.map((id) => groupLabel(view, id)),
      sections,
      marks: words.marks,
    },
  ];
}

function rowOf(view: View, id: string, groups: readonly string[]): MatrixRow {
  const used = new Map<string, MatrixMark>();
  for (const row of view.rows.all('function.data', id)) {
    const group = groupOf(view, row.key[1] ?? '');
    const { required } = row.values;
    const mark = required === undefined ? 'used' : required === false ? 'optional' : 'needed';
    const known = used.get(group);
    if (known === undefined || strength.indexOf(mark) > strength.indexOf(known)) used.set(group, mark);
  }
  const basic = view.rows.value('function', [id], 'tier') === 'basic';
  return {
    head: [partLink(view, id), ...(basic ? [{ type: 'text', value: view.words.basicMark } as const] : [])],
    marks: groups.map((group) => used.get(group)),
  };
}

/** The marks from weakest to strongest; the strongest one among a group's data is shown. */
const strength: readonly MatrixMark[] = ['optional', 'used', 'needed'];

/** The first part of the id of a category's topmost ancestor. What is sensitive is no basic detail: it stands alone. */
function groupOf(view: View, data: string): string {
  const { data: terms } = view.policy.vocabulary;
  let id = data;
  for (let steps = 0; steps < 20; steps++) {
    const parent = Object.hasOwn(terms, id) ? terms[id]?.parent : undefined;
    if (parent === undefined) break;
    id = parent;
  }
  if (id.startsWith('identity.') && isSensitive(view, data)) return data;
  const [first = id] = id.split('.');
  return groupOrder.includes(first) ? first : id;
}

const groupOrder: readonly string[] = [
  'account',
  'identity',
  'contact',
  'govid',
  'biometric',
  'auth',
  'financial',
  'communication',
  'contacts',
  'content',
  'behavior',
  'device',
  'location',
  'health',
  'education',
  'work',
  'legal',
  'minor',
];

function groupLabel(view: View, id: string): string {
  const named: Readonly<Record<string, string>> = view.words.dataGroups;
  return Object.hasOwn(named, id) ? (named[id] ?? id) : capitalise(dataLabel(view, id));
}

/**
 * Each permission once, with the functions that ask for it. Left out if only one function asks for any: its own
 * clause lists them.
 */
function permissionList(view: View): Grid[] {
  const { rows, words } = view;
  const place = (row: Row): number => view.places.get(row.key[0] ?? '') ?? -1;
  const byPermission = new Map<string, Row[]>();
  const asking = rows.all('function.permission');
  if (new Set(asking.map(({ key }) => key[0])).size < 2) return [];
  for (const row of asking) {
    const [, permission = ''] = row.key;
    append(byPermission, permission, row);
  }
  return grid(
    words.lists.permissions,
    [words.labels.permission, words.labels.function],
    [...byPermission]
      .sort()
      .map(([permission, asked]) => [
        capitalise(permissionLabel(view, permission)),
        asked
          .sort((a, b) => place(a) - place(b))
          .flatMap((row, index): Inline[] => [
            ...(index === 0 ? [] : [words.listSeparator]),
            partLink(view, row.key[0] ?? ''),
          ]),
      ]),
  );
}
