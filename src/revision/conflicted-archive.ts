import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { folderFiles } from '../archive/disk.ts';
import { sharedLeftovers } from '../archive/files.ts';
import { isLeftover, manifestFile, sequenceOf } from '../archive/layout.ts';
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { sourceFile, startOfFile } from '../base/place.ts';
import { isRefused } from '../snapshot/content.ts';
import { readRegularFile } from '../snapshot/read-file.ts';
import { conflictMarkers } from '../syntax/conflict.ts';
import { diskInGit } from './disk-in-git.ts';

/** Conflict markers of git in what an archive says of its versions: both branches had released. */
export function conflictsInArchive(folder: string): Diagnostic[] {
  return namesIn(join(folder, 'archive')).flatMap((name) => {
    if (isLeftover(name)) return [];
    const path = `archive/${sequenceOf(name) === undefined ? name : `${name}/${manifestFile}`}`;
    const bytes = readRegularFile(join(folder, path), most);
    if (bytes === undefined || isRefused(bytes)) return [];
    return conflictMarkers(sourceFile(path, new TextDecoder().decode(bytes)), { released: true });
  });
}

/** Leftovers of interrupted releases that somebody committed: the next release would remove them. */
export function leftoversShared(folder: string): Diagnostic[] {
  const archive = join(folder, 'archive');
  if (!namesIn(archive).some(isLeftover)) return [];
  return sharedLeftovers(folderFiles(archive, diskInGit)).map((where) =>
    diagnostic(
      'archive-not-trusted',
      { because: { code: 'archive-leftover-shared', args: { where } } },
      startOfFile(`archive/${where}`),
    ),
  );
}

function namesIn(folder: string): readonly string[] {
  try {
    const names = readdirSync(folder).sort();
    return names.filter(
      (name) => sequenceOf(name) !== undefined || name.endsWith('.jsonl') || isLeftover(name),
    );
  } catch {
    return [];
  }
}

/** In bytes; `archive verify` refuses a larger manifest. */
const most = 1_000_000;
