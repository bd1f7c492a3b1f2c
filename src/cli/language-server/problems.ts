import { join } from 'node:path';
import type { PublishDiagnosticsParams, Range } from 'vscode-languageserver/node';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { workspaceFile } from '../../base/workspace-file.ts';
import { refusalIn } from '../failure.ts';
import type { World } from '../world.ts';
import { shownPlace, shownProblem } from './convert.ts';
import type { OpenFiles } from './open-files.ts';
import type { WorkspaceInEditor, Workspaces } from './workspace-in-editor.ts';

/** In milliseconds: a pause in typing. */
const rest = 150;

/** Who is told of problems, and of a failed search for them: a fault of the program, after which it searches again. */
interface Ear {
  readonly tell: (shown: PublishDiagnosticsParams) => void;
  readonly failed: (error: unknown) => void;
}

/** The problems of every workspace of a session, published again after every change and withdrawn when they are gone. */
export class Problems {
  readonly #workspaces: Workspaces;
  readonly #open: OpenFiles;
  readonly #world: World;
  readonly #ear: Ear;
  #found: ReadonlyMap<string, readonly Diagnostic[]> = new Map();
  #told = new Map<string, string>();
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #isStale = true;

  constructor(workspaces: Workspaces, open: OpenFiles, world: World, ear: Ear) {
    this.#workspaces = workspaces;
    this.#open = open;
    this.#world = world;
    this.#ear = ear;
  }

  /** Searches again once nothing has changed for a moment. */
  lookSoon(): void {
    this.#isStale = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look().catch(this.#ear.failed), rest);
  }

  /** The problems of a file that touch a range of its present text. */
  async within(path: string, { start, end }: Range): Promise<readonly Diagnostic[]> {
    await this.#look();
    return (this.#found.get(path) ?? []).filter(({ place }) => {
      const shown = shownPlace(place);
      const isBefore =
        shown.end.line < start.line ||
        (shown.end.line === start.line && shown.end.character < start.character);
      const isBehind =
        shown.start.line > end.line ||
        (shown.start.line === end.line && shown.start.character > end.character);
      return !isBefore && !isBehind;
    });
  }

  /** Searches once at a time; changes meanwhile start another search afterwards. */
  async #look(): Promise<void> {
    while (this.#looking) await this.#looking;
    if (!this.#isStale) return;
    this.#isStale = false;
    this.#looking = this.#lookNow();
    try {
      await this.#looking;
    } finally {
      this.#looking = undefined;
    }
  }

  async #lookNow(): Promise<void> {
    const found = new Map<string, readonly Diagnostic[]>();
    const said = new Map<string, PublishDiagnosticsParams>();
    for (const workspace of this.#workspaces.all()) await this.#lookAt(workspace, found, said);
    this.#found = found;
    for (const [uri, shown] of said) this.#tellOnce(uri, shown);
    for (const uri of this.#told.keys()) if (!said.has(uri)) this.#tellOnce(uri, { uri, diagnostics: [] });
  }

  async #lookAt(
    workspace: WorkspaceInEditor,
    found: Map<string, readonly Diagnostic[]>,
    said: Map<string, PublishDiagnosticsParams>,
  ): Promise<void> {
    try {
      for (const [path, problems] of await workspace.check(this.#world)) {
        found.set(path, problems);
        const uri = this.#open.uriOf(path);
        const diagnostics = problems.map((problem) =>
          shownProblem(problem, path, this.#world.packageRoot, (file) => this.#open.uriOf(file)),
        );
        said.set(uri, { uri, diagnostics });
      }
    } catch (error) {
      const refusal = refusalIn(error);
      if (!refusal) throw error;
      const uri = this.#open.uriOf(join(workspace.root, workspaceFile));
      const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
      const message = `${refusal.reason}\n${refusal.fix}`;
      said.set(uri, { uri, diagnostics: [{ range, severity: 1, source: 'policyc', message }] });
    }
  }

  #tellOnce(uri: string, shown: PublishDiagnosticsParams): void {
    const text = JSON.stringify(shown.diagnostics);
    if ((this.#told.get(uri) ?? '[]') === text) return;
    if (shown.diagnostics.length === 0) this.#told.delete(uri);
    else this.#told.set(uri, text);
    this.#ear.tell(shown);
  }
}
