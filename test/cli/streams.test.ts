import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { warmShell } from './warm-shell.ts';

const root = join(import.meta.dirname, '../..');
const program = join(root, 'bin/policyc.js');
/** Where outcomes lie while they are handed over: no folder that a test looks into. */
const answers = mkdtempSync(join(tmpdir(), 'policyc-answers-'));
afterAll(() => rmSync(answers, { recursive: true, force: true }));

/**
 * Runs the built program in a shell, with what becomes of its output in the shell's hands. `warm` is the program where
 * nothing stands in the way of what it writes.
 */
function run(line: string): { readonly code: number | null; readonly out: string; readonly note: string } {
  const script = `policyc() { '${process.execPath}' '${program}' "$@"; }\n${warmShell(answers, 'warm')}\n${line}`;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], { cwd: root, encoding: 'utf8' });
  return { code: status, out: stdout, note: stderr };
}

describe('standard output', () => {
  it('that is closed after a line ends the command quietly, with its own exit code', () => {
    const show = 'policyc archive show latest -p policies/marketplace';
    const { code, out, note } = run(`${show} | head -1 >/dev/null; echo "\${PIPESTATUS[0]}"`);
    expect([code, out, note]).toEqual([0, '0\n', '']);
  });

  it.skipIf(!existsSync('/dev/full'))('that is full is work that could not be done, and no finding', () => {
    const { code, note } = run('policyc archive list -p policies/marketplace > /dev/full');
    expect(code).toBe(2);
    expect(note).toMatch(/^policyc: standard output could not be written: .*\n {2}Make room/);
    expect(note).not.toContain('    at ');
  });

  it('that is a file takes all of a text, or it is work that could not be done', () => {
    const folder = mkdtempSync(join(tmpdir(), 'policyc-short-'));
    try {
      const { out, note } = run(
        [
          `cd '${folder}'`,
          'policyc schema chapter > whole; policyc schema chapter >> whole; echo $?',
          '(ulimit -f 1; policyc schema chapter > short; echo $?)',
          'wc -c < short; policyc schema chapter > once; cat once once | cmp - whole && echo same',
        ].join('\n'),
      );
      expect(out).toBe('0\n2\n1024\nsame\n');
      expect(note).toMatch(/^policyc: standard output could not be written: EFBIG.*\n {2}Make room/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('a program', () => {
  it('that is started in a folder that is gone says so, and works where it is told to', () => {
    const folder = mkdtempSync(join(tmpdir(), 'policyc-gone-'));
    const { out, note } = run(
      [
        `cd '${folder}'; rmdir '${folder}'`,
        'policyc check; echo $?; policyc init -y; echo $?',
        `policyc --cwd '${root}' check policies/devtool >/dev/null; echo $?`,
      ].join('\n'),
    );
    expect(out).toBe('2\n2\n0\n');
    expect(note.match(/^policyc: .*$/gm)).toEqual(
      Array(2).fill(`policyc: ${folder} (deleted) does not exist.`),
    );
  });

  it('that cannot be loaded, or meets a fault that nothing waits for, has found nothing', () => {
    const folder = mkdtempSync(join(tmpdir(), 'policyc-broken-'));
    const fault = "throw new Error('later\\n::error::x')";
    const later = `setInterval(() => { if (process.listenerCount('uncaughtException') > 0) ${fault} }, 50)`;
    try {
      const { out, note } = run(
        [
          `cd '${folder}'; mkdir bin; cp '${program}' bin; echo '{"type":"module"}' > package.json`,
          `'${process.execPath}' bin/policyc.js check; echo $?`,
          'mkfifo line; exec 9<> line',
          `NODE_OPTIONS="--import=data:text/javascript,${encodeURIComponent(later)}" policyc lsp <&9; echo $?`,
        ].join('\n'),
      );
      expect(out).toBe('2\n3\n');
      expect(note).toMatch(/^policyc: the program cannot start: .*\n {2}Check.*\npolicyc: a bug in policyc/);
      expect(note).not.toMatch(/^::/m);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('a text of a policy', () => {
  it('that is printed commands no log, in whatever it stands, and a file has every byte of it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'policyc-printed-'));
    const lines = ['It is so: `##vso[task.complete]`', '', '```', '::error::x', '##[error]x', '```'];
    try {
      writeFileSync(join(folder, 'text'), lines.map((line) => `  ${line}\n`).join(''));
      const { out } = run(
        [
          `cd '${folder}'; exec 2>/dev/null`,
          'warm init -y --company Acme --country IE --locales en,de >/dev/null',
          'sed -i "/^  This is what/r text" policies/acme/policy.yaml',
          'warm release --effective 2020-02-01 --published 2020-01-01 --override Because --by Counsel >/dev/null; echo $?',
          'for format in markdown html json; do policyc archive show latest --format $format; done > printed',
          'for format in xliff json; do policyc locale export de --format $format; done >> printed',
          "grep -c 'error::x' printed; grep -cE '^\\s*::|##[a-z]*\\[' printed",
          'policyc archive show latest -o whole.md; grep -cE "^::error|##[a-z]*\\[" whole.md; cmp whole.md policies/acme/archive/0001/public/policy.en.md && echo same',
        ].join('\n'),
      );
      expect(out).toBe('0\n5\n0\n3\nsame\n');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('what was typed', () => {
  it.each(['export', 'check --format', 'nothing --'])(
    'is told back on lines that command nothing: %s',
    (typed) => {
      const { code, note } = run(`policyc ${typed} $'\\n::error::x\\e[31m'`);
      expect(code).toBe(2);
      expect(note).not.toMatch(/^::/m);
      expect(note).not.toContain('\u001b');
    },
  );
});

describe('a file', () => {
  it('that cannot be written is named, and nothing of it is left', () => {
    const folder = mkdtempSync(join(tmpdir(), 'policyc-full-'));
    try {
      writeFileSync(join(folder, 'vendors.csv'), 'name\nAcme\n');
      const { code, note } = run(
        `cd '${folder}'; ulimit -f 0; policyc register import vendors.csv --to new.csv`,
      );
      expect(code).toBe(2);
      expect(note).toContain(join(folder, 'new.csv'));
      expect(readdirSync(folder)).toEqual(['vendors.csv']);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('that is cut short by a full disk is taken for nothing, and keeps no later run from its work', () => {
    const folder = mkdtempSync(join(tmpdir(), 'policyc-full-'));
    try {
      const { out } = run(
        [
          `cd '${folder}'; exec 2>/dev/null`,
          'warm init -y --company Acme --country IE >/dev/null; mkdir empty',
          '(ulimit -f 1; policyc build --draft; echo $? >&3; policyc check --format html=report.html; echo $? >&3; policyc --cwd empty init -y --company Acme --country IE; echo $? >&3) 3>&1 >/dev/null',
          'cat report.html; find empty -type f; warm build --draft >/dev/null; echo $?',
        ].join('\n'),
      );
      expect(out).toBe('2\n2\n2\n0\n');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('that cannot be written is one of several, of which none is written then: of policies, and of a version that comes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'policyc-full-'));
    try {
      const { out } = run(
        [
          `cd '${folder}'; exec 2>/dev/null; export HOME=$PWD GIT_CONFIG_NOSYSTEM=1`,
          'git config --global user.name A; git config --global user.email a@a.example',
          'warm init -y --company One --country IE >/dev/null; cp -r policies/one policies/two',
          'printf "format: policyc/workspace@1\\npolicies: [policies/one, policies/two]\\n" > policyc.yaml; sed -i "s/^id: one/id: two/" policies/two/policy.yaml',
          "sed -i 's/^title: .*/title: 2024-01-01/' policies/*/policy.yaml",
          "printf '# %s\\n' {1..2000} >> policies/two/policy.yaml",
          '(ulimit -f 8; policyc check --fix; echo $? >&3) 3>&1 >/dev/null',
          "grep -c '^title: 2024' policies/*/policy.yaml; find . -name '*policyc-new'",
          'warm check --fix >/dev/null; echo $?',
          'git init -q -b main; git add -A; git commit -qm Both; git branch other',
          'release() { warm release -p policies/one --effective $1 --published 2020-01-01 --override Because --by "A. Author" >/dev/null; git add -A; git commit -qm Release; }',
          'release 2020-02-01; git checkout -q other; release 2020-02-02; git ls-files -s > before',
          '(ulimit -f 2; policyc archive follow main -p policies/one; echo $? >&3) 3>&1 >/dev/null',
          'git status --short --ignored; warm archive verify -p policies/one >/dev/null; echo $?',
          'warm archive follow main -p policies/one >/dev/null; echo $?; warm archive verify -p policies/one >/dev/null; echo $?',
        ].join('\n'),
      );
      expect(out).toBe(
        '2\npolicies/one/policy.yaml:1\npolicies/two/policy.yaml:1\n0\n2\n?? before\n0\n0\n0\n',
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('that cannot be written whole is not there, and its folder is not, and the same again goes through', () => {
    const folder = mkdtempSync(join(tmpdir(), 'policyc-full-'));
    try {
      const { out } = run(
        [
          `cd '${folder}'; exec 2>/dev/null`,
          'warm init -y --company Acme --country IE >/dev/null',
          'warm release --effective 2020-02-01 --published 2020-01-01 >/dev/null',
          "printf '# %s\\n' {1..400} >> policyc.yaml; printf '# Old\\n\\nWe keep it.\\n' > old.md",
          'evidence=$(printf "%05000d" 0)',
          'commands() {',
          '  $1 archive record 1 --channel announcement --sent 2020-01-02 --evidence "$evidence" --by counsel; echo $?',
          '  $1 import old.md policies/old --company Acme; echo $?',
          '  $1 export dpv policies/acme -o dpv.json; echo $?',
          '  $1 check --format html=of/report.html policies/acme; echo $?',
          '}',
          '(find . -not -name before -not -name after | sort) > before',
          '(ulimit -f 2; commands policyc) 2>refused | grep -x "[0-9]"',
          'grep -c EFBIG refused; grep -c policyc-new refused; rm refused',
          '(find . -not -name before -not -name after | sort) > after; diff before after',
          'warm archive verify >/dev/null; echo $?',
          'commands warm | grep -x "[0-9]"; warm archive verify >/dev/null; echo $?',
        ].join('\n'),
      );
      expect(out).toBe('2\n2\n2\n2\n4\n0\n0\n0\n0\n0\n0\n0\n');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
