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

/** Where git left both sides of a conflict in what the archive of a policy says of its versions: both had released. */
export function conflictsInArchive(folder: string): Diagnostic[] {
  return namesIn(join(folder, 'archive')).flatMap((name) => {
    if (isLeftover(name)) return [];
    const path = `archive/${sequenceOf(name) === undefined ? name : `${name}/${manifestFile}`}`;
    const bytes = readRegularFile(join(folder, path), most);
    if (bytes === undefined || isRefused(bytes)) return [];
    return conflictMarkers(sourceFile(path, new TextDecoder().decode(bytes)), { released: true });
  });
}

/** What interrupted releases left in the archive of a policy, and somebody gave to git: the next release would remove it. */
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

/** No manifest is as large: what is larger is for `archive verify` to refuse. */
const most = 1_000_000;
