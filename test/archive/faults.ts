import type { ArchiveDisk } from '../../src/archive/disk.ts';
import type { ReleasePlan } from '../../src/archive/plan.ts';
import type { Manifest } from '../../src/archive/release.ts';

/** Disks that fail on demand, and plans that travel to another process. */

/** The error to throw instead of doing the operation. */
export type Failing = Error | undefined;

/** Operations that change the disk; reading cannot leave it half way. */
export type Operation = 'makeFolder' | 'createFile' | 'syncFolder' | 'moveFolder' | 'moveFile' | 'remove';

/** A disk that asks before every operation that changes something; operations are counted from 1. */
export function faulty(
  disk: ArchiveDisk,
  before: (count: number, operation: Operation, target: string, bytes: Uint8Array) => Failing,
): ArchiveDisk {
  let count = 0;
  const ask = (operation: Operation, target: string, bytes: Uint8Array = new Uint8Array()) => {
    count += 1;
    const error = before(count, operation, target, bytes);
    if (error) throw error;
  };
  return {
    ...disk,
    makeFolder(path) {
      ask('makeFolder', path);
      disk.makeFolder(path);
    },
    createFile(path, bytes) {
      ask('createFile', path, bytes);
      disk.createFile(path, bytes);
    },
    syncFolder(path) {
      ask('syncFolder', path);
      disk.syncFolder(path);
    },
    moveFolder(from, to) {
      ask('moveFolder', to);
      disk.moveFolder(from, to);
    },
    moveFile(from, to) {
      ask('moveFile', to);
      disk.moveFile(from, to);
    },
    remove(path) {
      ask('remove', path);
      disk.remove(path);
    },
  };
}

export function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

export function planText({ manifest, hash, files }: ReleasePlan): string {
  const encoded = [...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString('base64')]);
  return JSON.stringify({ manifest, hash, files: encoded });
}

export function planFrom(text: string): ReleasePlan {
  const { manifest, hash, files } = JSON.parse(text) as {
    manifest: Manifest;
    hash: string;
    files: [string, string][];
  };
  const decoded = files.map(
    ([path, base64]) => [path, new Uint8Array(Buffer.from(base64, 'base64'))] as const,
  );
  return { manifest, hash, files: new Map(decoded) };
}
