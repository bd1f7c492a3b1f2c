import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { attributesFile, attributesText } from '../../src/archive/layout.ts';
import {
  compile,
  type Judgement,
  judgeRequest,
  type PolicyState,
  planVersion,
  verify,
} from '../../src/index.ts';

/** Policies and requests as texts alone: no folder, no repository, no process. */

export type Texts = Readonly<Record<string, string>>;
export type Contents = Readonly<Record<string, string | Uint8Array>>;

const samples = join(import.meta.dirname, '../samples');

/** The files of a sample, by path in it. */
export function sample(name: string): Texts {
  const folder = join(samples, name);
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    paths
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path.split(sep).join('/'), readFileSync(join(folder, path), 'utf8')]),
  );
}

/** A policy with its first version in its archive. */
export function released(
  files: Texts,
  dates = { published: '2022-06-01', effective: '2022-07-01' },
): Contents {
  const { policy, problems } = compile(files);
  if (!policy) throw new Error(problems.map((one) => JSON.stringify(one)).join('\n'));
  const { plan } = planVersion({
    archive: { versions: [], problems: [], leftovers: [] },
    head: undefined,
    policy,
    ...dates,
    tool: 'policyc 0.0.0',
    sources: new Map(Object.entries(files)),
    inForce: { notes: [], head: 'none', spent: new Set() },
    besides: [],
    override: undefined,
  });
  if (!plan) throw new Error('it cannot be released');
  return {
    ...files,
    [`archive/${attributesFile}`]: attributesText,
    ...Object.fromEntries([...plan.files].map(([path, bytes]) => [`archive/0001/${path}`, bytes])),
  };
}

/** Replaces text in a file, which must be there; an empty text to write it anew. */
export function edited(files: Contents, path: string, from: string, to: string): Contents {
  const content = files[path] ?? '';
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
  return { ...files, [path]: text.replace(from, to) };
}

export function without(files: Contents, ...paths: readonly string[]): Contents {
  return Object.fromEntries(Object.entries(files).filter(([path]) => !paths.includes(path)));
}

/** What the gate says of a request; it must be able to judge it. */
export function judged(
  request: Contents,
  target: Contents,
  more: { readonly request?: Omit<PolicyState, 'files'>; readonly target?: Omit<PolicyState, 'files'> } = {},
): Judgement {
  const answer = judgeRequest({ files: request, ...more.request }, { files: target, ...more.target });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value;
}

/** The head that notes on a policy are written against. */
export function headOf(files: Contents): string {
  const archived = Object.entries(files).flatMap(([path, content]) =>
    path.startsWith('archive/') ? [[path.slice('archive/'.length), content] as const] : [],
  );
  return verify(Object.fromEntries(archived)).head ?? 'none';
}

/** What is wrong in a request, by code and severity. */
export function codesOf({ problems }: Judgement): string[] {
  return problems.map(({ code, severity }) => `${severity} ${code}`);
}
