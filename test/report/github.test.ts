import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formats } from '../../src/report/formats.ts';
import { changed, checked } from './reported.ts';

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** As the runner reads a line of the log; undefined for one that commands nothing. */
function commandOf(line: string): Command | undefined {
  const found = /^::(?<name>[a-z-]+)(?: (?<written>.*?))?::(?<data>.*)$/u.exec(line.trimStart());
  if (!found?.groups) return undefined;
  const { name = '', written = '', data = '' } = found.groups;
  const properties = written.split(',').map((one) => {
    const at = one.indexOf('=');
    return [one.slice(0, at), decoded(one.slice(at + 1))] as const;
  });
  return { name, properties: Object.fromEntries(properties), data: decoded(data) };
}

function decoded(value: string): string {
  const characters: Readonly<Record<string, string>> = { '0D': '\r', '0A': '\n', '3A': ':', '2C': ',' };
  return value.replace(/%(0D|0A|3A|2C)/g, (_, code: string) => characters[code] ?? '').replaceAll('%25', '%');
}

const commands = (printed: string): readonly Command[] =>
  printed.split('\n').flatMap((line) => commandOf(line) ?? []);

describe('a report as workflow commands', () => {
  it('is one command for each problem, in properties that nobody else can write', () => {
    const words = fc.oneof(
      fc.constantFrom('a,line=1', '100%0A', 'x::error::y', '\n::stop-commands::t', '\r\n::error::z', ':,%'),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), words, (ids, file) => {
        fc.pre(!/[/]/.test(file));
        const printed = formats.github(checked(ids, `chapters/${file}.yaml`));
        const found = commands(printed);
        expect(found.map(({ name }) => name)).toEqual(ids.map(() => 'error'));
        expect(printed.match(/^\s*::/gm)).toHaveLength(ids.length);
        for (const { properties, data } of found) {
          expect(Object.keys(properties)).toEqual(['file', 'line', 'endLine', 'col', 'endColumn', 'title']);
          expect(properties).toMatchObject({ line: '3', col: '4', title: 'policyc duplicate-id' });
          expect(properties.file).toMatch(/^site\/chapters\/.*\.yaml$/);
          expect(data.split('\n').length).toBe(3);
        }
      }),
    );
  });

  it('tells the worst ten of each kind, and ends with how many are hidden', () => {
    const printed = formats.github(changed(40));
    const found = commands(printed);
    const names = found.map(({ name }) => name);
    expect(names).toEqual([...Array(10).fill('warning'), ...Array(10).fill('notice')]);
    const notes = found.filter(({ data }) => data.includes('\nNoted: changes/note-'));
    expect(notes.map(({ name }) => name)).toEqual(Array(10).fill('notice'));
    const last = printed.trimEnd().split('\n').at(-1) ?? '';
    const [, warnings = '', notices = ''] = /^Not shown: (\d+) warnings?, (\d+) notices?\./.exec(last) ?? [];
    expect(Number(warnings) + Number(notices) + 20).toBe(41);
    expect(formats.github(changed(3))).not.toContain('Not shown');
    expect(printed, 'what to do').toMatch(/^\S+: Write the missing notes: policyc note$/m);
  });

  it('names no line of a file for what the file has no more, and says where it was', () => {
    const gone = commands(formats.github(changed(1))).find(({ data }) => data.includes('s-gone'));
    expect(Object.keys(gone?.properties ?? {})).toEqual(['file', 'title']);
    expect(gone?.data).toMatch(/\nbefore, in before: site\/chapters\/é \[1\]\.yaml:\d+:2$/);
  });
});
