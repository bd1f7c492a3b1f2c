import { chmodSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Memory that Linux shows as a folder, and the least that must be free of it, in bytes. */
const memory = { folder: '/dev/shm', least: 2e9 };

/**
 * Makes the one folder that all tests write in, and takes it away when they have ended. It is in memory where there is
 * room: a repository made and taken away for each test is mostly waiting for a disk. `TMPDIR` asks for another place.
 */
export function setup(): () => void {
  const scratch = mkdtempSync(join(hasRoom() ? memory.folder : tmpdir(), 'policyc-tests-'));
  // Tests that try what others may do go through it, as they do through the folder of all temporary files.
  chmodSync(scratch, 0o711);
  process.env.TMPDIR = scratch;
  // No test asks anybody over a network. What a machine trusts besides would be read at each start of Node, which takes
  // three times as long then.
  delete process.env.NODE_EXTRA_CA_CERTS;
  return () => rmSync(scratch, { recursive: true, force: true });
}

/** Whether there is memory to write in, and programs in it may be started. */
function hasRoom(): boolean {
  if (process.env.TMPDIR !== undefined || process.platform !== 'linux') return false;
  try {
    const mount = readFileSync('/proc/mounts', 'utf8')
      .split('\n')
      .map((line) => line.split(' '))
      .find(([, folder]) => folder === memory.folder);
    const { bavail, bsize } = statfsSync(memory.folder);
    return mount?.[3]?.split(',').includes('noexec') === false && bavail * bsize >= memory.least;
  } catch {
    return false;
  }
}
