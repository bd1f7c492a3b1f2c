import { relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** The files that an editor shows, saved or not. */
export class OpenFiles {
  readonly documents = new TextDocuments(TextDocument);

  /** The texts below a folder, by path relative to it. */
  below(folder: string): ReadonlyMap<string, string> {
    return new Map(
      this.documents.all().flatMap((document): (readonly [string, string])[] => {
        const path = pathOf(document.uri);
        if (!path?.startsWith(folder + sep)) return [];
        return [[relative(folder, path).split(sep).join('/'), document.getText()]];
      }),
    );
  }

  /** The address of a file: as the editor writes it, where it shows it. */
  uriOf(path: string): string {
    return this.documents.all().find(({ uri }) => pathOf(uri) === path)?.uri ?? pathToFileURL(path).href;
  }
}

/** The path of a file on this machine; undefined for what is none. */
export function pathOf(uri: string): string | undefined {
  try {
    const path = fileURLToPath(uri);
    return path.includes('\0') ? undefined : path;
  } catch {
    return undefined;
  }
}
