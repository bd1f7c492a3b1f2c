import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { manifestFile, sequenceOf } from '../archive/layout.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { sourceFile } from '../base/place.ts';
import { isRefused } from '../snapshot/content.ts';
import { readRegularFile } from '../snapshot/read-file.ts';
import { conflictMarkers } from '../syntax/conflict.ts';

/** Where git left both sides of a conflict in what the archive of a policy says of its versions: both had released. */
export function conflictsInArchive(folder: string): Diagnostic[] {
  return namesIn(join(folder, 'archive')).flatMap((name) => {
    const path = `archive/${sequenceOf(name) === undefined ? name : `${name}/${manifestFile}`}`;
    const bytes = readRegularFile(join(folder, path), most);
    if (bytes === undefined || isRefused(bytes)) return [];
    return conflictMarkers(sourceFile(path, new TextDecoder().decode(bytes)), { released: true });
  });
}

function namesIn(folder: string): readonly string[] {
  try {
    const names = readdirSync(folder).sort();
    return names.filter((name) => sequenceOf(name) !== undefined || name.endsWith('.jsonl'));
  } catch {
    return [];
  }
}

/** No manifest is as large: what is larger is for `archive verify` to refuse. */
const most = 1_000_000;
