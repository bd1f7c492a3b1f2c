// A test runner for Stryker: the tests of the comparison and the judgement in one process, read anew for every mutant.
// vitest starts a worker for each, which takes two seconds where the tests themselves take some milliseconds.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import vm from 'node:vm';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';
import esbuild from 'esbuild';

/**
 * Files of tests, those that are quick and see much first: a mutant ends with the first test that fails. Tests that
 * start a process or a browser are left out, and so are the slowest properties: what goes unnoticed here may be noticed
 * by them, never the other way round.
 */
const first = ['test/docs/changes.test.ts', 'test/docs/floors.test.ts'];
const folders = ['test/gate', 'test/knowledge', 'test/diff', 'test/diff/signal'];
const left = ['test/diff/documents-laws.test.ts'];

/** Long ones that see little outside the code they are about, and run for that alone; they come last. */
const apart = [
  { tests: ['test/properties/laws.test.ts'], code: /\/src\/diff\/(?!signal)/ },
  { tests: ['test/properties/lineage.test.ts'], code: /\/src\/diff\/(?:lineage|realign)/ },
  { tests: ['test/diff/kinds.test.ts'], code: /\/src\/knowledge\/|\/describe\.ts$/ },
  {
    tests: ['rank', 'signal', 'documents', 'edits'].map((name) => `test/diff/${name}.test.ts`),
    code: /\/src\/diff\/(?:signal|rank)\b/,
  },
];
const last = apart.flatMap(({ tests }) => tests);

/** Properties are here to notice, not to look for what nobody has seen: few runs, and no search for the smallest. */
process.env.LAW_RUNS ??= '4';
// The one that a bundle requires; what is imported here would be another.
createRequire(import.meta.url)('fast-check').configureGlobal({ seed: 20211024, endOnFailure: true });

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);

/** As much of vitest as these tests use; anything else fails when the tests are read. */
function vitestInto(tests) {
  const path = [];
  const named = (name, row) => {
    const values = Array.isArray(row) ? [...row] : [row];
    const own = values[0];
    return name
      .replace(/\$(\w+)/g, (whole, key) => own?.[key] ?? whole)
      .replace(/%[sj]/g, () => JSON.stringify(values.shift()) ?? '');
  };
  const each = (add) => (rows) => (name, run) => {
    rows.forEach((row, index) => {
      add(`${named(name, row)} #${index}`, () => run(...(Array.isArray(row) ? row : [row])));
    });
  };
  const describe = (name, run) => {
    path.push(name);
    run();
    path.pop();
  };
  const it = (name, run) => tests.push({ id: [...path, name].join(' › '), run });
  return {
    describe: Object.assign(describe, { each: each(describe) }),
    it: Object.assign(it, { each: each(it) }),
    expect: chai.expect,
  };
}

class OneProcessRunner {
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    const found = folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.test.ts'))
        .map((name) => `${folder}/${name}`),
    );
    const middle = found.filter((file) => ![...last, ...left].includes(file)).sort();
    const files = [...first, ...middle, ...last];
    const { outputFiles } = await esbuild.build({
      stdin: {
        contents: files.map((file) => `enter(${JSON.stringify(file)}); require('./${file}');`).join('\n'),
        resolveDir: process.cwd(),
      },
      bundle: true,
      write: false,
      platform: 'node',
      packages: 'external',
      format: 'cjs',
      plugins: [placesAsWritten],
      logLevel: 'error',
    });
    const wrapped = `(function (require, enter) {${outputFiles[0].text}\n})`;
    this.script = new vm.Script(wrapped, { filename: resolve('mutation-tests.cjs') });
    this.require = createRequire(resolve('mutation-tests.cjs'));
    this.state = globalThis.__stryker__ ??= {};
  }

  /** Reads every module of ours anew, and with it whatever a mutant changes while modules are read. */
  read() {
    const tests = [];
    let file = '';
    const vitest = vitestInto({ push: (test) => tests.push({ ...test, file, id: `${file} › ${test.id}` }) });
    this.script.runInThisContext()(
      (name) => (name === 'vitest' ? vitest : soleExport(this.require(name))),
      (name) => {
        file = name;
      },
    );
    return tests;
  }

  async dryRun() {
    this.state.activeMutant = undefined;
    const tests = await this.run(this.read(), { bail: false });
    return { status: DryRunStatus.Complete, tests, mutantCoverage: this.state.mutantCoverage };
  }

  async mutantRun({ activeMutant, mutantActivation, testFilter, hitLimit, disableBail }) {
    Object.assign(this.state, { hitCount: 0, hitLimit });
    this.state.activeMutant = mutantActivation === 'static' ? activeMutant.id : undefined;
    let results;
    try {
      const all = this.read();
      this.state.activeMutant = activeMutant.id;
      const covering = testFilter && new Set(testFilter);
      const isAbout = (file) =>
        apart.every(({ tests, code }) => !tests.includes(file) || code.test(activeMutant.fileName));
      const wanted = all.filter(({ id, file }) => (!covering || covering.has(id)) && isAbout(file));
      results = await this.run(wanted, { bail: !disableBail });
    } catch (error) {
      results = [failed({ id: 'reading the modules', file: '' }, error, 0)];
    }
    const { hitCount } = this.state;
    this.state.activeMutant = undefined;
    const limit = determineHitLimitReached(hitCount, hitLimit);
    return toMutantRunResult(limit ?? { status: DryRunStatus.Complete, tests: results });
  }

  async run(tests, { bail }) {
    const results = [];
    for (const test of tests) {
      const start = performance.now();
      this.state.currentTestId = test.id;
      try {
        await test.run();
        const timeSpentMs = performance.now() - start;
        const { id, file: fileName } = test;
        results.push({ id, name: id, fileName: resolve(fileName), timeSpentMs, status: TestStatus.Success });
      } catch (error) {
        results.push(failed(test, error, performance.now() - start));
        if (bail) break;
      } finally {
        this.state.currentTestId = undefined;
      }
    }
    return results;
  }
}

function failed({ id, file }, error, timeSpentMs) {
  const failureMessage = String(error?.message ?? error).slice(0, 2000);
  return { id, name: id, fileName: resolve(file), timeSpentMs, status: TestStatus.Failed, failureMessage };
}

/** For a bundle the default export of a package is what `require` gives. */
function soleExport(loaded) {
  const names = Object.keys(loaded).filter((name) => name !== '__esModule');
  return names.length === 1 && names[0] === 'default' ? loaded.default : loaded;
}

/** In a bundle all files would be in one place. */
const placesAsWritten = {
  name: 'places as written',
  setup(build) {
    build.onLoad({ filter: /\.test\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll('import.meta.dirname', JSON.stringify(dirname(path))),
      loader: 'ts',
      resolveDir: join(path, '..'),
    }));
  },
};

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'one-process', OneProcessRunner)];
