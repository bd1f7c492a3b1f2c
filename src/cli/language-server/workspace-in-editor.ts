import { join, sep } from 'node:path';
import { type Diagnostic, diagnostic } from '../../base/diagnostic.ts';
import { append } from '../../base/group.ts';
import { startOfFile } from '../../base/place.ts';
import { pathBelow } from '../../base/real-place.ts';
import { type PolicyView, viewOf } from '../../editor/view.ts';
import { firstCalled } from '../../revision/shared-id.ts';
import { checkedWorkspaceIn } from '../../revision/workspace.ts';
import {
  placeOfWorkspace,
  rootAbove,
  type Workspace,
  workspaceAt,
  workspaceFile,
} from '../../revision/workspace-place.ts';
import { overlaid } from '../../snapshot/overlay.ts';
import type { World } from '../world.ts';
import type { OpenFiles } from './open-files.ts';
import { type Found, PolicyInEditor } from './policy-in-editor.ts';

/** A file that the editor asks about: the view of its policy, the folder of that, and the file's path in it. */
export interface Seen {
  readonly view: PolicyView;
  readonly folder: string;
  readonly path: string;
}

/** A workspace that is being edited. */
export class WorkspaceInEditor {
  readonly root: string;
  readonly #open: OpenFiles;
  readonly #policies = new Map<string, PolicyInEditor>();

  constructor(root: string, open: OpenFiles) {
    this.root = root;
    this.#open = open;
  }

  /** The workspace by the present text of its file. Throws `CannotWork`. */
  #workspace(): Workspace {
    const place = placeOfWorkspace(this.root);
    if (!place.file) return workspaceAt(place, { content: {}, problems: [] });
    const file = overlaid(place.file, this.#open.below(this.root), (path) => path === workspaceFile);
    return workspaceAt({ ...place, file }, checkedWorkspaceIn(file));
  }

  /** The problems of all its files, by absolute path. Throws `CannotWork`. */
  async check(world: World): Promise<ReadonlyMap<string, readonly Diagnostic[]>> {
    const workspace = this.#workspace();
    const found: { readonly folder: string; readonly path: string; readonly result: Found }[] = [];
    for (const { folder, path } of workspace.policies)
      found.push({ folder, path, result: await this.#policyIn(folder).check(workspace, world) });
    const ids = found.map(({ path, result }) => ({ id: result.id, path }));
    const all = new Map<string, Diagnostic[]>();
    const add = (folder: string, problem: Diagnostic): void => {
      const file = join(folder, problem.place.file);
      append(all, file, problem);
    };
    for (const problem of workspace.problems) add(workspace.root, problem);
    for (const { folder, path, result } of found) {
      const other = result.id === undefined ? path : firstCalled(result.id, ids);
      if (other !== path && other !== undefined)
        add(
          folder,
          diagnostic('policy-id-taken', { id: result.id ?? '', other }, startOfFile('policy.yaml')),
        );
      for (const problem of result.problems) add(folder, problem);
    }
    return all;
  }

  /** What the editor may ask about a file; undefined when it is no part of the workspace. */
  see(file: string): Seen | undefined {
    if (file === join(this.root, workspaceFile)) {
      const source = overlaid(
        placeOfWorkspace(this.root).file ?? { files: new Map(), problems: [] },
        this.#open.below(this.root),
        (path) => path === workspaceFile,
      );
      return { view: viewOf(source, undefined), folder: this.root, path: workspaceFile };
    }
    const own = this.#workspace().policies.find(({ folder }) => file.startsWith(folder + sep));
    if (!own) return undefined;
    const path = pathBelow(own.folder, file);
    const view = this.#policyIn(own.folder).view();
    return view.files.has(path) ? { view, folder: own.folder, path } : undefined;
  }

  #policyIn(folder: string): PolicyInEditor {
    const known = this.#policies.get(folder) ?? new PolicyInEditor({ folder, path: '', out: '' }, this.#open);
    this.#policies.set(folder, known);
    return known;
  }
}

/** The workspaces of a session: of the folders that the editor opened, and of every open file. */
export class Workspaces {
  readonly #known = new Map<string, WorkspaceInEditor>();
  readonly #open: OpenFiles;

  constructor(open: OpenFiles) {
    this.#open = open;
  }

  /** The workspace that a folder lies in, if it lies in one. */
  of(folder: string): WorkspaceInEditor | undefined {
    const root = rootAbove(folder);
    if (root === undefined) return undefined;
    const workspace = this.#known.get(root) ?? new WorkspaceInEditor(root, this.#open);
    this.#known.set(root, workspace);
    return workspace;
  }

  all(): readonly WorkspaceInEditor[] {
    return [...this.#known.values()];
  }
}
