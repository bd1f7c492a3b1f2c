import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { folderFiles } from '../../archive/disk.ts';
import { readArchive, readRelease } from '../../archive/read.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { onDay } from '../../check/on-day.ts';
import { type PolicyView, viewOf } from '../../editor/view.ts';
import { isPolicyFolderPath } from '../../revision/policy-paths.ts';
import type { PolicyFolder, Workspace } from '../../revision/workspace-place.ts';
import { readFolder } from '../../snapshot/folder.ts';
import { overlaid } from '../../snapshot/overlay.ts';
import { checkFiles, type FoundInPolicy } from '../checked.ts';
import { dateOrToday } from '../dates.ts';
import type { World } from '../world.ts';
import type { OpenFiles } from './open-files.ts';

/** What is found in a policy, and its id when it has one. */
export interface Found {
  readonly id: string | undefined;
  readonly problems: readonly Diagnostic[];
}

/** A policy folder that is being edited. What was read is kept until a file changes. */
export class PolicyInEditor {
  #view: PolicyView | undefined;
  #released: { readonly names: string; readonly release: PolicyView['released'] } | undefined;
  #checked: { readonly view: PolicyView; readonly set: string; readonly found: FoundInPolicy } | undefined;
  readonly #open: OpenFiles;
  readonly folder: string;

  constructor({ folder }: PolicyFolder, open: OpenFiles) {
    this.folder = folder;
    this.#open = open;
  }

  view(): PolicyView {
    const shown = this.#open.below(this.folder);
    const snapshot = overlaid(readFolder(this.folder, isPolicyFolderPath), shown, isPolicyFolderPath);
    const released = this.#release();
    const before = this.#view;
    const isSame =
      before !== undefined &&
      before.released === released &&
      before.snapshot.files.size === snapshot.files.size &&
      [...snapshot.files].every(([path, { text }]) => before.snapshot.files.get(path)?.text === text);
    this.#view = isSame ? before : viewOf(snapshot, released, before);
    return this.#view;
  }

  /** Checks the policy, again only when a file or the settings of the workspace changed. */
  async check({ rules, memory }: Pick<Workspace, 'rules' | 'memory'>, world: World): Promise<Found> {
    const view = this.view();
    const set = JSON.stringify(rules);
    if (this.#checked?.view !== view || this.#checked.set !== set)
      this.#checked = { view, set, found: await checkFiles(view.snapshot, { rules, memory }) };
    const { found } = this.#checked;
    const day = dateOrToday(undefined, '--as-of', found.utcOffset ?? 'Z', world);
    return { id: found.policy?.id, problems: onDay(found, day) };
  }

  /** The newest released version, read again when the archive has another folder. */
  #release(): PolicyView['released'] {
    const archive = join(this.folder, 'archive');
    const names = namesIn(archive);
    if (this.#released?.names === names) return this.#released.release;
    const files = folderFiles(archive);
    const newest = names === '' ? undefined : readArchive(files).versions.at(-1);
    const release = newest && readRelease(files, newest).release;
    this.#released = { names, release };
    return release;
  }
}

function namesIn(folder: string): string {
  try {
    return readdirSync(folder).sort().join('\n');
  } catch {
    return '';
  }
}
