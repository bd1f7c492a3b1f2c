import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareDocuments,
  comparePolicies,
  compile,
  type Files,
  judgeRequest,
  messageOf,
  readVersion,
  renderHtml,
  renderMarkdown,
  verify,
} from '../../src/index.ts';
import { anyText } from '../any-text.ts';
import { edited, sample, released as withVersion } from '../judgement/states.ts';

const root = join(import.meta.dirname, '../..');

/** Every file below a folder, as its bytes. */
function filesBelow(folder: string): Map<string, Uint8Array> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
  return new Map(paths.map((path) => [path.split(sep).join('/'), readFileSync(join(folder, path))]));
}

const marketplace = filesBelow(join(root, 'policies/marketplace'));

/** A sample as it is, and with its first version in its archive, released without any folder or process. */
const shop = sample('shop');
const released = withVersion(shop);

const archiveOf = (
  files: Readonly<Record<string, string | Uint8Array>>,
): Record<string, string | Uint8Array> =>
  Object.fromEntries(
    Object.entries(files).flatMap(([path, content]) =>
      path.startsWith('archive/') ? [[path.slice('archive/'.length), content]] : [],
    ),
  );

describe('compile', () => {
  it('takes a policy folder as it is, and passes over what is no part of it', () => {
    const { policy, problems } = compile(marketplace);
    expect({ id: policy?.id, problems }).toEqual({ id: 'marketplace', problems: [] });
  });

  it('takes texts and bytes, objects and maps, and finds the same', () => {
    const bytes = Object.fromEntries(
      Object.entries(shop).map(([path, text]) => [path, new TextEncoder().encode(text)]),
    );
    expect(compile(bytes)).toEqual(compile(shop));
    expect(compile(new Map(Object.entries(shop)))).toEqual(compile(shop));
  });

  it('says what is wrong and where, notes included', () => {
    const { policy, problems } = compile({
      ...edited(shop, 'chapters/about.yaml', 'P15D', 'soon'),
      'changes/one.md': 'no front matter',
    } as Files);
    expect(policy).toBeUndefined();
    expect(problems.map(({ place }) => place.file)).toEqual(['changes/one.md', 'chapters/about.yaml']);
    expect(problems.map((problem) => messageOf(problem).fix).every((fix) => fix.length > 0)).toBe(true);
  });

  it('holds rules as strictly as it is told', () => {
    const files = edited(shop, 'chapters/about.yaml', '    default: true\n', '    data: [contact.email]\n');
    const loose = compile(files);
    expect(new Set(loose.problems.map(({ code, severity }) => `${severity} ${code}`))).toEqual(
      new Set(['warning data-without-retention', 'info watch-both-ways']),
    );
    expect(loose.policy).toBeDefined();
    expect(
      compile(files, { rules: { 'data-without-retention': 'off', 'watch-both-ways': 'off' } }).problems,
    ).toEqual([]);
    expect(compile(files, { rules: { 'data-without-retention': 'error' } }).policy).toBeUndefined();
  });
});

describe('what changed', () => {
  it('is found between two policies', () => {
    const [before, after] = [shop, edited(shop, 'chapters/about.yaml', 'P15D', 'P20D')].map(
      (files) => compile(files).policy,
    );
    if (!before || !after) throw new Error('the sample does not compile');
    const { verdict, changes } = comparePolicies(before, after);
    expect([verdict, changes.map(({ kind }) => kind)]).toEqual(['material', ['right-answer-slower']]);
  });

  it('is found between two documents', () => {
    const found = (...documents: Parameters<typeof compareDocuments>) => {
      const answer = compareDocuments(...documents);
      return answer.ok
        ? answer.value.changes.map(({ verdict, signal }) => `${verdict} ${signal}`)
        : answer.refusal.code;
    };
    const page = (text: string) => ({ text, format: 'html' as const });
    expect(found('# Data\n\nWe never sell it.\n', '# Data\r\n\r\nWe may sell it.\r\n')).toEqual([
      'review high',
    ]);
    expect(found('Same.\n', 'Same.\r\n')).toEqual([]);
    expect(found('We **keep** it.', page('<p>We <b>keep</b> it.'))).toEqual([]);
    expect(found(page('<p>We keep it.'), page('<p>We <s>keep</s> it.'))).toEqual(['review high']);
    expect(found('>'.repeat(20_000), '')).toBe('no-such-revision');
    expect(found('', page('<div>'.repeat(20_000)))).toBe('no-such-revision');
  });
});

describe('judgeRequest', () => {
  const judged = (request: Files, target: Files | undefined = released) => {
    const answer = judgeRequest({ files: request }, target && { files: target }, {
      target: 'main',
      tool: 'policyc 0.0.0',
    });
    if (!answer.ok) throw new Error(answer.refusal.reason);
    return answer.value;
  };

  it('passes what changes nothing', () => {
    const judgement = judged(released);
    expect([judgement.verdict, judgement.changes, judgement.problems, judgement.fails('any')]).toEqual([
      'none',
      [],
      [],
      false,
    ]);
  });

  it('stops a material change that nobody has decided about', () => {
    const judgement = judged(edited(released, 'chapters/about.yaml', 'P15D', 'P20D'));
    expect(judgement.changes.map(({ kind, verdict }) => [kind, verdict])).toEqual([
      ['right-answer-slower', 'material'],
    ]);
    expect([judgement.fails(), judgement.fails('none')]).toEqual([true, false]);
  });

  it('is told of what an interrupted release left, which everybody has who has what is judged', () => {
    const left = { ...released, 'archive/.staging-0002-0123456789abcdef/x': 'x' };
    expect(judged(left).problems).toMatchObject([{ code: 'archive-not-trusted' }]);
    expect(judged(released, left).problems).toEqual([]);
  });

  it('trusts no archive that is not the beginning of its own', () => {
    const judgement = judged(
      edited(released, 'archive/0001/public/policy.en.md', 'Small Shop', 'Large Shop'),
    );
    expect(judgement.problems.map(({ code }) => code)).toContain('archive-not-trusted');
    expect([judgement.verdict, judgement.fails()]).toEqual(['review', true]);
    expect(judged(shop as Files).fails()).toBe(true);
  });

  it('makes again what a request adds, and sees that the rules are held less strictly', () => {
    expect(judged(released, shop).problems).toEqual([]);
    expect(
      judged(edited(released, 'archive/0001/public/policy.en.md', 'Small Shop', 'Large Shop'), shop).fails(),
    ).toBe(true);
    const rules = { 'data-without-retention': 'off' } as const;
    const answer = judgeRequest({ files: released, rules }, { files: released });
    expect(answer.ok && answer.value.changes.map(({ kind }) => kind)).toEqual(['gate-weakened']);
  });

  it('is refused where there is nothing to judge, and says on which side', () => {
    const broken = edited(released, 'policy.yaml', 'id: shop', 'id: Shop!');
    expect(judgeRequest({ files: broken }, { files: released })).toMatchObject({
      ok: false,
      refusal: {
        code: 'invalid-policy',
        reason: expect.stringContaining('The request has errors. policy.yaml:2'),
      },
    });
    const gone = edited(released, 'archive/0001/manifest.json', '{', '[');
    expect(judgeRequest({ files: released }, { files: gone })).toMatchObject({
      ok: false,
      refusal: { code: 'archive-broken' },
    });
  });
});

describe('messageOf', () => {
  it.each(['no-such-code', '__proto__', 'constructor', 'toString', ''])(
    'says of a problem that another version found that it has no words for it: %j',
    (code) => {
      const { reason, fix } = messageOf({ code, args: {} } as never);
      expect([reason, fix]).toEqual([
        `This version of policyc has no words for ${code}.`,
        expect.stringContaining('version'),
      ]);
    },
  );
});

describe('pages', () => {
  const { policy } = compile(filesBelow(join(root, 'policies/devtool')));
  if (!policy) throw new Error('the example does not compile');

  it('are drawn whole, or as a part of others', () => {
    const page = renderHtml(policy, { sequence: 1, effective: '2022-07-01' });
    const part = renderHtml(policy, { form: 'fragment' });
    expect(page.ok && page.value).toMatch(/^<!doctype html>/i);
    expect(part.ok && part.value).not.toMatch(/<html|<body/);
  });

  it('are drawn in each language, the prevailing one unless another is asked for', () => {
    const { policy: several } = compile(marketplace);
    const [first, second] = several?.locales.map((locale) => renderMarkdown(several, { locale })) ?? [];
    expect([first?.ok, second?.ok]).toEqual([true, true]);
    expect(first).not.toEqual(second);
    expect(renderMarkdown(policy)).toEqual(renderMarkdown(policy, { locale: policy.prevailing }));
  });

  it('are refused in a language that the policy is not in', () => {
    const refusal = { code: 'usage', reason: 'the policy has no text in fr.' };
    expect(renderHtml(policy, { locale: 'fr' })).toMatchObject({ ok: false, refusal });
  });
});

describe('an archive', () => {
  const archive = filesBelow(join(root, 'policies/marketplace/archive'));
  const small = filesBelow(join(root, 'policies/charity/archive'));

  it('is verified byte by byte', () => {
    const { whole, versions, problems, head } = verify(archive);
    expect({ whole, versions, problems }).toEqual({ whole: true, versions: [1, 2, 3, 4, 5], problems: [] });
    expect(verify(archive, { head: head ?? '' }).attestedThrough).toBe(5);
    expect(verify(archive, { earlier: archive }).attestedThrough).toBe(5);
    const cut = new Map([...archive].filter(([path]) => !path.startsWith('0005/')));
    expect(verify(cut, { earlier: archive }).problems.map(({ code }) => code)).toContain('archive-rewritten');
    expect(verify({})).toMatchObject({ whole: true, versions: [], head: undefined });
  });

  it('tells what is wrong, where, and what to do', () => {
    const { problems } = verify(
      archiveOf(edited(released, 'archive/0001/public/policy.en.md', 'Small', 'Large')),
    );
    expect(problems).toMatchObject([
      { version: 1, file: 'public/policy.en.md', fix: expect.stringContaining(' ') },
    ]);
  });

  it.each(['/etc/passwd', '//x', '/', '0001//x', '0001/', './x', '../x', ''])(
    'with a file that is nowhere is not whole, and known so at once: %j',
    (path) => {
      const odd = new Map(small).set(path, new Uint8Array());
      expect(verify(odd)).toMatchObject({ whole: false, versions: [1, 2, 3] });
      readVersion(odd, 'latest');
    },
  );

  it('gives its versions, by number or day', () => {
    const found = ['latest', '#5', '2022-07-01'].map((version) => readVersion(archive, version));
    expect(found.map((answer) => answer.ok && answer.value.manifest.sequence)).toEqual([5, 5, 2]);
    const [latest] = found;
    if (!latest?.ok) throw new Error('no version');
    const { policy } = compile(marketplace);
    expect(policy && comparePolicies(latest.value.policy, policy).verdict).toBe('none');
    expect(readVersion(archive, '#9')).toMatchObject({ ok: false, refusal: { code: 'no-such-revision' } });
    expect(readVersion({}, 'latest')).toMatchObject({ ok: false, refusal: { code: 'not-released' } });
  });
});

describe('whatever is handed in', () => {
  const paths = [
    ...Object.keys(released),
    'changes/one.md',
    'chapters/',
    '../policy.yaml',
    '__proto__',
    '/policy.yaml',
  ];
  const contents = fc.oneof(
    anyText,
    fc.uint8Array(),
    fc.constantFrom('', '---\n', '[]', '{}', 'null', '\ud800'),
    fc.constantFrom(...Object.values(released)),
  );
  const broken = fc
    .dictionary(fc.constantFrom(...paths), contents, { maxKeys: 4, noNullPrototype: true })
    .map((some) => ({ ...released, ...some }));

  it('is answered, and nothing is thrown', () => {
    fc.assert(
      fc.property(broken, anyText, (files, text) => {
        compile(files);
        judgeRequest({ files }, { files: released });
        judgeRequest({ files: released }, { files });
        judgeRequest({ files }, undefined);
        verify(archiveOf(files), { head: text, earlier: archiveOf(released) });
        readVersion(archiveOf(files), text);
        compareDocuments(text, String(Object.values(files)[0]));
      }),
      { numRuns: 40 },
    );
  });
});
