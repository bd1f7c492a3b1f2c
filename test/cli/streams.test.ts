import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const program = join(root, 'bin/policyc.js');

/** Runs the built program in a shell, with what becomes of its output in the shell's hands. */
function run(line: string): { readonly code: number | null; readonly out: string; readonly note: string } {
  const script = `policyc() { '${process.execPath}' '${program}' "$@"; }\n${line}`;
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
});
