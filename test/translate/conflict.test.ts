import { describe, expect, it } from 'vitest';
import { parseManifest } from '../../src/archive/manifest.ts';
import { readJson } from '../../src/translate/json.ts';
import { readXliff } from '../../src/translate/xliff-read.ts';

/** What git leaves in a file that is JSON or XML is named, too; YAML, CSV and notes have samples in `test/samples/check`. */
const both = (one: string, other: string): string =>
  ['{', '<<<<<<< HEAD', one, '=======', other, '>>>>>>> branch', '}', ''].join('\n');

describe('both sides of a conflict', () => {
  it('are named in what translators sent back', () => {
    for (const read of [readJson, readXliff])
      expect(() => read(both('"locale": "de"', '"locale": "fr"'))).toThrow(
        expect.objectContaining({ why: expect.objectContaining({ code: 'conflict' }) }),
      );
  });

  it('are named in a manifest, and a file that is merely no JSON is not called so', () => {
    const codeOf = (text: string) => parseManifest(new TextEncoder().encode(text));
    expect(codeOf(both('"sequence": 1', '"sequence": 2'))).toMatchObject({ why: { code: 'conflict' } });
    expect(codeOf('{ "a": "<<<<<<< HEAD" ')).toMatchObject({ why: { code: 'not-json' } });
  });
});
