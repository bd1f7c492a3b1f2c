import { describe, expect, it } from 'vitest';
import { formatPlace } from '../../src/base/place.ts';
import { loadPolicy } from '../../src/model/load.ts';
import { snapshotOf } from '../../src/snapshot/snapshot.ts';
import { smallHead } from '../policy.ts';

const chapter =
  'chapter: main\ntitle: Main\nclauses:\n  - { id: a, kind: statement, title: A, text: We keep it. }\n';

function load(files: Readonly<Record<string, string>>) {
  const encoder = new TextEncoder();
  return loadPolicy(snapshotOf(Object.entries(files).map(([path, text]) => [path, encoder.encode(text)])));
}

const found = (files: Readonly<Record<string, string>>) =>
  load(files).problems.map(({ code, place }) => `${formatPlace(place)} ${code}`);

describe('a file that was read before', () => {
  it('is not read again, on the other side of a comparison or after a key that an editor is struck', () => {
    const files = { 'policy.yaml': smallHead, 'chapters/main.yaml': chapter };
    const [one, other] = [load(files), load({ ...files, 'policy.yaml': `${smallHead}# The same.\n` })];
    const chapterOf = ({ source }: typeof one) => source?.chapters[0]?.file.source;
    expect(chapterOf(one)).toBeDefined();
    expect(chapterOf(other)).toBe(chapterOf(one));
    expect(other.source?.headFile.source).not.toBe(one.source?.headFile.source);
  });

  it('has the problems that it had, and each file its own', () => {
    const broken = chapter.replace('kind: statement', 'kynd: statement');
    const files = { 'policy.yaml': smallHead, 'chapters/main.yaml': broken };
    const first = found(files);
    expect(first).toHaveLength(1);
    expect(found(files)).toEqual(first);
    expect(found({ ...files, 'chapters/main.yaml': chapter })).toEqual([]);
    const twice = found({ ...files, 'chapters/other.yaml': broken });
    expect(twice.filter((one) => /^chapters\/other\.yaml:4:/.test(one))).toHaveLength(1);
  });

  it('is read as what it is: the same text elsewhere may be something else', () => {
    const text = 'id,name\na,A\n';
    expect(
      found({ 'policy.yaml': smallHead, 'chapters/main.yaml': chapter, 'registers/a.csv': text }),
    ).toEqual([]);
    expect(
      found({ 'policy.yaml': smallHead, 'chapters/main.yaml': chapter, 'registers/a.yaml': text }),
    ).not.toEqual([]);
  });
});
