import { join } from 'node:path';
import {
  type CodeAction,
  CodeActionKind,
  type CompletionItem,
  CompletionItemKind,
  type Hover,
  type Location,
  type Position,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { mendFiles } from '../../check/fix.ts';
import { completionsAt } from '../../editor/complete.ts';
import type { Edit } from '../../editor/edits.ts';
import { hoverAt } from '../../editor/hover.ts';
import { fixesOf } from '../../editor/quick-fixes.ts';
import { renameAt, whyNotRenamed } from '../../editor/rename.ts';
import type { Spot } from '../../editor/spots.ts';
import { definitionsOf, referencesOf, spotAt } from '../../editor/view.ts';
import { offsetOf, shownEdits, shownProblem, shownRange } from './convert.ts';
import type { OpenFiles } from './open-files.ts';
import type { Seen } from './workspace-in-editor.ts';

/** Answers requests about a position, from the view of the policy it is in. */
export class Answers {
  readonly #seen: Seen;
  readonly #open: OpenFiles;

  constructor(seen: Seen, open: OpenFiles) {
    this.#seen = seen;
    this.#open = open;
  }

  readonly #uriOf = (file: string): string => this.#open.uriOf(join(this.#seen.folder, file));

  #edit(edits: readonly Edit[]): WorkspaceEdit {
    return this.#open.edit(shownEdits(this.#seen.view, edits, this.#uriOf));
  }

  hover(position: Position): Hover | null {
    const { view, path } = this.#seen;
    const source = this.#source();
    const found = source && hoverAt(view, path, offsetOf(source, position));
    if (!source || !found) return null;
    return { contents: { kind: 'markdown', value: found.markdown }, range: shownRange(source, found.range) };
  }

  definitions(position: Position): readonly Location[] {
    const spot = this.#spotAt(position);
    return spot ? this.#locations(definitionsOf(this.#seen.view, spot)) : [];
  }

  references(position: Position, withDefinition: boolean): readonly Location[] {
    const spot = this.#spotAt(position);
    return spot ? this.#locations(referencesOf(this.#seen.view, spot, withDefinition)) : [];
  }

  /** What a rename would change; throws the reason when it is refused. */
  renamed(position: Position): { readonly range: Location['range']; readonly placeholder: string } | null {
    const spot = this.#spotAt(position);
    const source = this.#source();
    if (!spot || !source) return null;
    const why = whyNotRenamed(this.#seen.view, spot);
    if (why !== undefined) throw new ResponseError(requestFailed, why);
    return { range: shownRange(source, spot.range), placeholder: spot.id };
  }

  rename(position: Position, to: string): WorkspaceEdit | null {
    const spot = this.#spotAt(position);
    if (!spot) return null;
    const renamed = renameAt(this.#seen.view, spot, to);
    if (!renamed.ok) throw new ResponseError(requestFailed, renamed.why);
    return this.#edit(renamed.edits);
  }

  completions(position: Position): CompletionItem[] {
    const { view, path } = this.#seen;
    const source = this.#source();
    if (!source) return [];
    return completionsAt(view, path, offsetOf(source, position)).map(
      ({ id, detail, names, range, text }) => ({
        label: id,
        kind: CompletionItemKind.Reference,
        detail,
        filterText: [id, ...names].join(' '),
        textEdit: { range: shownRange(source, range), newText: text },
      }),
    );
  }

  /** Fixes for problems of the file, and everything that `check --fix` fixes in the policy. */
  fixes(problems: readonly Diagnostic[], packageRoot: string): readonly CodeAction[] {
    const { view, folder, path } = this.#seen;
    const quick = problems.flatMap((problem) =>
      fixesOf(view, problem).map(
        ({ title, edits, isPreferred }): CodeAction => ({
          title,
          kind: CodeActionKind.QuickFix,
          diagnostics: [shownProblem(problem, join(folder, path), packageRoot, this.#uriOf)],
          isPreferred,
          edit: this.#edit(edits),
        }),
      ),
    );
    return [...quick, ...this.#fixAll()];
  }

  #fixAll(): readonly CodeAction[] {
    const { view, path } = this.#seen;
    const mended = mendFiles(view.snapshot).find((one) => one.path === path);
    if (!mended) return [];
    const edit = { file: path, range: [0, mended.before.length] as const, text: mended.after };
    return [
      {
        title: `Put in quotes what YAML takes for numbers or dates (${mended.count})`,
        kind: `${CodeActionKind.SourceFixAll}.policyc`,
        edit: this.#edit([edit]),
      },
    ];
  }

  #source() {
    return this.#seen.view.snapshot.files.get(this.#seen.path);
  }

  #spotAt(position: Position): Spot | undefined {
    const source = this.#source();
    return source && spotAt(this.#seen.view, this.#seen.path, offsetOf(source, position));
  }

  #locations(spots: readonly Pick<Spot, 'file' | 'range'>[]): readonly Location[] {
    return spots.flatMap(({ file, range }) => {
      const source = this.#seen.view.snapshot.files.get(file);
      return source ? [{ uri: this.#uriOf(file), range: shownRange(source, range) }] : [];
    });
  }
}

/** The protocol's code for a valid request that cannot be met. */
const requestFailed = -32803;
