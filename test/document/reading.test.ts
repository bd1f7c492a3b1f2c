import { describe, expect, it } from 'vitest';
import { sourceFile } from '../../src/base/place.ts';
import { comparePolicies } from '../../src/diff/compare.ts';
import { readDocument } from '../../src/document/document.ts';
import { documentsAsPolicies } from '../../src/document/document-policy.ts';
import { textOfFile } from '../../src/document/import/read.ts';

function isReadFirst(before: string, after: string): boolean {
  const [base, head] = [before, after].map((text) => readDocument(sourceFile('hats.md', text)));
  if (!base || !head) throw new Error('two documents are read');
  return comparePolicies(...documentsAsPolicies(base, head)).changes.some(({ signal }) => signal === 'high');
}

const sections = ['Red hats', 'Old caps', 'New bows']
  .map((name) => `## ${name}\n\n${name} are knit.`)
  .join('\n\n');
const menu = '- [Red hats](#red)\n- [Old caps](#old)\n- [New bows](#new)';
const withMenu = (lead: string, list = menu): readonly [string, string] => [
  `# Hats\n\n${lead}\n\n${sections}\n`,
  `# Hats\n\n${lead}\n\n${list}\n\n${sections}\n`,
];

describe('a table of contents', () => {
  it.each([
    'Here is how we knit.',
    'We are glad that you read it!',
    'Wie wir stricken, steht hier.',
    '**Last updated:** May 1, 2025',
    'Hats of all\\\n**Última atualização: 20 de março de 2026**',
    '最終更新日：2026年2月16日',
  ])('may stand below a text that leads in nothing: %s', (lead) => {
    expect(isReadFirst(...withMenu(lead))).toBe(false);
  });

  it.each([
    (name: string) => `## [](#hats)${name}`,
    (name: string) => `## <a id="hats"></a>${name}`,
    (name: string) => `## ${name} {#hats}`,
    (name: string) => `## [${name}](#hats)`,
  ])('is known by headings that hold what leads to them: %s', (heading) => {
    const set = (text: string): string => text.replace(/^## (.+)$/gm, (_, name: string) => heading(name));
    const [without, full] = withMenu('Here is how we knit.');
    expect(isReadFirst(set(without), set(full))).toBe(false);
    expect(isReadFirst(set(without), set(full.replace('[Old', '[No old')))).toBe(true);
  });

  it('may stand below a title that is also in the front matter', () => {
    const page = '---\ntitle: Hats of all\n---\n\n# Our Hats';
    const named = `## Contents\n\n${menu}`;
    expect(isReadFirst(`${page}\n\n${sections}\n`, `${page}\n\n${named}\n\n${sections}\n`)).toBe(false);
    const more = `${page}\n\n${sections}\n\n# Yarn\n\n`;
    expect(isReadFirst(more, `${more}## Contents\n\n${menu}\n`)).toBe(true);
  });

  it.each([
    ['We never knit:', menu],
    ['We never knit the following.', menu],
    ['We never knit', menu],
    ['We never knit: hats of 2025', menu],
    ['Here is how we knit.', '- [Red hats](#red)\n- [Old caps](#old)'],
    ['Here is how we knit.', `${menu}\n- We sell yarn.`],
    ['Here is how we knit.', `${menu}\n- [Yarn](#yarn)`],
    ['Here is how we knit.', menu.replaceAll('(#', '(https://a.example/#')],
    ['Here is how we knit.', menu.replace(/\[|\]\(.*\)/g, '')],
  ])('is text otherwise: %s %s', (lead, list) => {
    expect(isReadFirst(...withMenu(lead, list))).toBe(true);
  });
});

describe('a heading', () => {
  it('may have another space behind its mark, which is no mark then', () => {
    expect(isReadFirst('# Hats\n\n##\u00a0Red hats\n\nKnit.\n', '# Hats\n\n## Red hats\n\nKnit.\n')).toBe(
      false,
    );
    expect(isReadFirst('# Hats\n\n##\u00a0Red hats\n\nKnit.\n', '# Hats\n\n## Old hats\n\nKnit.\n')).toBe(
      true,
    );
  });

  it('has the number of a part where those beside it have the next ones, and counts something otherwise', () => {
    const parts = (first: number): string =>
      `# Hats\n\n## ${first} Red\n\nKnit.\n\n## ${first + 1} Old\n\nSewn.\n`;
    expect(isReadFirst(parts(1), parts(2))).toBe(false);
    expect(isReadFirst('# Hats\n\n## 13 Anni\n\nKnit.\n', '# Hats\n\n## 14 Anni\n\nKnit.\n')).toBe(true);
  });
});

describe('a list in a quotation', () => {
  it('is led in by the line above it, like a list', () => {
    const list = '- hats\n- caps';
    const quoted = list.replace(/^/gm, '> ');
    expect(isReadFirst(`# Hats\n\nWe knit:\n\n${quoted}\n`, `# Hats\n\nWe knit:\n\n${list}\n`)).toBe(false);
    expect(
      isReadFirst(
        `# Hats\n\nWe knit:\n\n${list}\n\nWe never sell:\n\n> - bows\n`,
        `# Hats\n\nWe never sell:\n\n> - bows\n\nWe knit:\n\n> - hats\n> - caps\n`,
      ),
    ).toBe(false);
    expect(
      isReadFirst(
        `# Hats\n\nWe knit:\n\n> - hats\n> - caps\n\nWe never sell:\n\n> - bows\n> - bags\n`,
        `# Hats\n\nWe knit:\n\n> - hats\n\nWe never sell:\n\n> - caps\n> - bows\n> - bags\n`,
      ),
    ).toBe(true);
  });
});

describe('a heading in capitals', () => {
  it.each([
    ['## CONTACT US', '## Contact us'],
    ['## WHO WE ARE', '## Who we are'],
  ])('says what it says in small letters: %s', (before, after) => {
    expect(isReadFirst(`# Hats\n\n${before}\n\nWe knit.\n`, `# Hats\n\n${after}\n\nWe knit.\n`)).toBe(false);
  });

  it.each([
    ['## DATA SENT TO US', '## Data sent to us'],
    ['## Contact US', '## Contact us'],
  ])('may still name a country: %s', (before, after) => {
    expect(isReadFirst(`# Hats\n\n${before}\n\nWe knit.\n`, `# Hats\n\n${after}\n\nWe knit.\n`)).toBe(true);
  });
});

describe('a list that stands four spaces to the right', () => {
  const far = '    - hats\n        - red\n    1. caps';

  it('is the list that it looks like', () => {
    const near = far.replace(/^ {4}/gm, '');
    expect(isReadFirst(`# Hats\n\nWe knit:\n\n${far}\n`, `# Hats\n\nWe knit:\n\n${near}\n`)).toBe(false);
    expect(isReadFirst(`# Hats\n\n${far}\n`, `# Hats\n\n${near.replace('caps', 'bows')}\n`)).toBe(true);
    expect(isReadFirst(`# Hats\n\nWe knit:\n\n${far}\n`, `# Hats\n\nWe sell:\n\n${near}\n`)).toBe(true);
  });

  it('belongs to the item above it, which may say when it holds', () => {
    const item = '10. We knit.\n\n    Only if asked:\n\n';
    expect(
      isReadFirst(`# Hats\n\n${item}    - hats\n    - caps\n`, `# Hats\n\n${item}- hats\n- caps\n`),
    ).toBe(true);
  });
});

describe('front matter in TOML', () => {
  const page = (lines: string): string => `+++\ntitle = "Hats"\n${lines}\n+++\n\nWe knit.\n`;

  it.each([
    ['[menu.site]\nweight = 1', '[menu.site]\nweight = 2'],
    ['', '[menu.site]\nweight = 2'],
    ['toc = true\n[[parts]]\ntext = "We knit."', 'toc = false\n[[parts]]\ntext = "We knit."'],
  ])('has tables: %j and %j', (before, after) => {
    expect(isReadFirst(page(before), page(after))).toBe(false);
  });

  it.each([
    ['[[parts]]\ntext = "Hats"', '[[parts]]\ntext = "Voiceprints"'],
    ['[[parts]]\ntext = "Hats"', '[[parts]]\ntext = "Hats"\n[[parts]]\ntext = "Voiceprints"'],
    // What a site looks like may not name a list.
    ['[[style]]\nis = "Hats"', '[[style]]\nis = "Voiceprints"'],
    ['[[parts]]\n[parts.style]\nlayout = "Hats"', '[[parts]]\n[parts.style]\nlayout = "Voiceprints"'],
    ['[hats]\nretention = 30', '[hats]\nretention = 60'],
    ['[hats]\ntext = "We knit."', '[hats]\ntext = "We sell."'],
    ['[hats]\n"""\nWe knit.\n"""', '[hats]\n"""\nWe sell.\n"""'],
  ])('may hold what readers see: %j and %j', (before, after) => {
    expect(isReadFirst(page(before), page(after))).toBe(true);
    expect(isReadFirst(page(after), page(before))).toBe(true);
  });
});

it.each(['{\\rtf1\\ansi Privacy\\par}', '%PDF-1.4\n1 0 obj', 'PK\u0003\u0004word'])(
  '%j is no text, though it has words',
  (words) => {
    expect(textOfFile(new TextEncoder().encode(words))).toBeUndefined();
  },
);
