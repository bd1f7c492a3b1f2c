import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { messageOf } from '../../src/base/diagnostic.ts';
import { CannotWork } from '../../src/base/failure.ts';
import { placeOfWorkspace } from '../../src/revision/workspace-place.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'policyc-below-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), '');
}

function said(): string {
  try {
    placeOfWorkspace(root);
    return '';
  } catch (error) {
    if (error instanceof CannotWork) return messageOf(error.failure).fix;
    throw error;
  }
}

it('whoever stands above the only workspace is told the way to it, as a shell takes it', () => {
  write('apps/la boutique/légal/policyc.yaml');
  write('apps/la boutique/légal/policies/shop/policy.yaml');
  write('node_modules/policyc/policies/policyc.yaml');
  write('.cache/policyc.yaml');
  expect(said()).toContain("--cwd 'apps/la boutique/légal'");
  write("apps/it's/policy.yaml");
  expect(said()).toContain('policyc init, or policyc import');
  rmSync(join(root, 'apps/la boutique'), { recursive: true });
  expect(said()).toContain("--cwd 'apps/it'\\''s'");
});
