import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messageOf } from '../../src/base/diagnostic.ts';
import { cannot } from '../../src/base/failure.ts';
import { messageTables } from '../../src/base/message-tables.ts';
import { codeOf, type Node, sourcePaths, walkCode } from '../source-code.ts';

const source = join(import.meta.dirname, '../../src');

/** Thrown for a fault of our own, or for what a caller turns into the argument of a failure; nobody reads it alone. */
const notForUsers = new Set(['Error', 'RangeError', 'TypeError', 'InvalidArgumentError']);
const makers = new Set([
  'CannotWork',
  'archiveProblem',
  'cannot',
  'diagnostic',
  'fault',
  'lacks',
  'notReadable',
  'overLimit',
  'why',
]);

interface Said extends Node {
  readonly callee?: { readonly name?: string };
  readonly value?: unknown;
}

/** What any text that throws or makes a problem holds: others are not worth parsing. */
const throwing = new RegExp(`\\bthrow\\b|\\b(?:${[...makers].join('|')})\\s*\\(`);

/** Every text of two words or more in what is thrown, or given to what makes a problem. */
function sentencesIn(path: string, code: string): string[] {
  if (!throwing.test(code)) return [];
  const found: string[] = [];
  walkCode(code, 'outside', (node: Said, where: 'outside' | 'inside' | 'not for users') => {
    const named = node.callee?.name ?? '';
    if (where === 'not for users' || (node.type === 'NewExpression' && notForUsers.has(named)))
      return 'not for users';
    const within = where === 'inside' || node.type === 'ThrowStatement' || makers.has(named);
    const said = node.type === 'Literal' || node.type === 'TemplateElement' ? node.value : '';
    const words = typeof said === 'string' ? said : ((said as { cooked?: string } | null)?.cooked ?? '');
    if (within && /\p{L} \p{L}|^ \p{L}|\p{L}[.:,]? $/u.test(words)) found.push(`${path}: ${words}`);
    return within ? 'inside' : 'outside';
  });
  return found;
}

describe('the words of problems', () => {
  it('are found wherever one is thrown or made with them', () => {
    const text = [
      "throw cannot('path-missing', { path: 'the file ' + path });",
      "throw new CannotWork('usage', 'Wrong.', 'Mend it.');",
      "const one = archiveProblem('archive-unreadable', 1, '', { why: 'a date' });",
      "throw new RangeError('no such row');",
      "throw cannot('path-missing', { path });",
    ].join('\n');
    expect(sentencesIn('a.ts', text)).toEqual(['a.ts: the file ', 'a.ts: Mend it.', 'a.ts: a date']);
  });

  it('are in tables, and nowhere that a failure is thrown', () => {
    const outside = sourcePaths
      .filter((path) => !path.startsWith('base/messages'))
      .flatMap((path) => sentencesIn(path, codeOf(path)));
    expect(outside).toEqual([]);
  });

  it('are asked for where they are printed, handed out or recorded, so that nothing carries them as an argument', () => {
    const asking = sourcePaths.filter(
      (path) =>
        !path.startsWith('base/') &&
        /\bmessageOf\b.*from '|\bmessageOf,$/m.test(readFileSync(join(source, path), 'utf8')),
    );
    const edges = /^(?:cli|report|library|editor)\/|^gate\/record\.ts$|^index\.ts$/;
    expect(asking.filter((path) => !edges.test(path))).toEqual([]);
    expect(asking.length).toBeGreaterThan(5);
  });

  it('have one code each, whatever the table', () => {
    const codes = Object.values(messageTables).flatMap((table) => Object.keys(table));
    expect(codes.length).toBe(new Set(codes).size);
  });

  it.each(Object.entries(messageTables.failures))('of %s are a reason and a fix', (code, { example }) => {
    const { reason, fix } = messageOf({ code, args: example });
    for (const words of [reason, fix]) expect(words).toMatch(/^.{3,}$/);
    expect(reason).toMatch(/\.$|: [^.]*$/);
    expect(`${reason} ${fix}`).not.toMatch(/undefined|\[object|NaN/);
  });

  it('say every argument', () => {
    const unsaid = Object.entries(messageTables.failures).flatMap(([code, { example }]) => {
      const all = messageOf({ code, args: example });
      return Object.entries(example).flatMap(([name, value]) => {
        if (typeof value !== 'string' || name === 'command') return [];
        const other = messageOf({ code, args: { ...example, [name]: `x${value}` } });
        return JSON.stringify(other) === JSON.stringify(all) ? [`${code}: ${name}`] : [];
      });
    });
    expect(unsaid).toEqual([]);
  });

  it('are not what is thrown: a failure is a code and its arguments', () => {
    const thrown = cannot('path-missing', { path: 'a' });
    expect(thrown.failure).toEqual({ code: 'path-missing', args: { path: 'a' } });
    expect(thrown.sort).toBe('no-such-file');
  });

  it('say of a code that is not there that there are none', () => {
    expect(messageOf({ code: 'never-heard-of', args: {} }).reason).toContain('never-heard-of');
  });
});
