import { describe, expect, it } from 'vitest';
import { compileFiles } from '../../src/model/compiled.ts';
import { snapshotOf } from '../../src/snapshot/snapshot.ts';
import { smallHead } from '../policy.ts';

/** Ways of YAML to say something else than a reviewer reads: no file of a policy has them. */

const chapter = `chapter: main
title: Main
clauses:
  - id: access
    kind: right
    right: access
    title: To see your data
    answerWithin: P15D
    method: Write to us.
`;
const said = '    answerWithin: P15D\n';

const codesOf = (text: string | Uint8Array): readonly string[] => {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const head = new TextEncoder().encode(smallHead);
  const { problems } = compileFiles(
    snapshotOf([
      ['policy.yaml', head],
      ['chapters/main.yaml', bytes],
    ]),
  );
  return problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
};

describe('what YAML says in a way that is not seen', () => {
  it.each([
    ['a merge key', chapter.replace(said, '    <<: { answerWithin: P20D }\n')],
    ['a key that comes twice', chapter.replace(said, `${said}    answerWithin: P20D\n`)],
    ['a second document', `${chapter}---\n${chapter.replace('P15D', 'P20D')}`],
    ['something behind the end of the document', `${chapter}...\nchapter: other\n`],
    ['bytes in other letters', chapter.replace('P15D', '!!binary UDIwRA==')],
    ['a set in place of a list', chapter.replace(said, '    applies: { regions: !!set { CN, DE } }\n')],
    ['a tag of its own', chapter.replace('P15D', '!period P15D')],
    ['a line behind a comment, for whoever ends lines so', chapter.replace(said, `    # x\u0085${said}`)],
    ['another such line', chapter.replace(said, `    # x\u2028${said}`)],
    ['text behind a NUL', chapter.replace('P15D', 'P15D # \0 P20D')],
    ['nothing in place of a list', chapter.replace(said, '    waive: ~\n')],
    ['two bytes for a letter', new Uint8Array(Buffer.from(`\ufeff${chapter}`, 'utf16le'))],
  ])('is refused where it stands: %s', (_, text) => {
    expect(codesOf(chapter)).toEqual([]);
    expect(codesOf(text)).not.toEqual([]);
  });
});
