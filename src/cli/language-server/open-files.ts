import { sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type Position,
  type TextDocumentContentChangeEvent,
  TextDocuments,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { pathBelow } from '../../base/real-place.ts';

/** The files that an editor shows, saved or not. */
export class OpenFiles {
  readonly documents = new TextDocuments({
    create: TextDocument.create,
    update: (document: TextDocument, changes, version) => {
      for (const change of changes) TextDocument.update(document, [within(document, change)], version);
      return document;
    },
  });

  /** The texts below a folder, by path relative to it. */
  below(folder: string): ReadonlyMap<string, string> {
    return new Map(
      this.documents.all().flatMap((document): (readonly [string, string])[] => {
        const path = pathOf(document.uri);
        if (!path?.startsWith(folder + sep)) return [];
        return [[pathBelow(folder, path), document.getText()]];
      }),
    );
  }

  /** Whether the editor applies edits of an open file to the version alone that they were made for. */
  comparesVersions = false;

  /** Edits by address, as the editor takes them: somebody may go on typing while they are on their way. */
  edit(changes: Readonly<Record<string, TextEdit[]>>): WorkspaceEdit {
    if (!this.comparesVersions) return { changes };
    const documentChanges = Object.entries(changes).map(([uri, edits]) => ({
      textDocument: { uri, version: this.documents.get(uri)?.version ?? null },
      edits,
    }));
    return { documentChanges };
  }

  /** The address of a file, as the editor itself wrote it if the file is open. */
  uriOf(path: string): string {
    return this.documents.all().find(({ uri }) => pathOf(uri) === path)?.uri ?? pathToFileURL(path).href;
  }
}

/**
 * A change whose range is cut to the document. The library would make as many lines as a range claims, and go through all
 * of them at every later change.
 */
function within(
  document: TextDocument,
  change: TextDocumentContentChangeEvent,
): TextDocumentContentChangeEvent {
  const { text } = change;
  if (!('range' in change) || !change.range) return { text };
  const inside = (position: Position): Position => document.positionAt(document.offsetAt(position));
  return { text, range: { start: inside(change.range.start), end: inside(change.range.end) } };
}

/** The longest path of any system. Every folder above a file is searched for a workspace. */
const longestPath = 4096;

/** The path of a file on this machine; undefined for any other address. */
export function pathOf(uri: string): string | undefined {
  try {
    const path = fileURLToPath(uri);
    return path.includes('\0') || path.length > longestPath ? undefined : path;
  } catch {
    return undefined;
  }
}
