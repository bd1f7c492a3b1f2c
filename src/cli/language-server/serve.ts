import { dirname } from 'node:path';
import {
  CodeActionKind,
  type Connection,
  createConnection,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { escapeText } from '../../base/escape.ts';
import { cannot } from '../../base/failure.ts';
import { refusalIn, tellFailure } from '../failure.ts';
import type { World } from '../world.ts';
import { Answers } from './answers.ts';
import { Frames } from './frames.ts';
import { OpenFiles, pathOf } from './open-files.ts';
import { Problems } from './problems.ts';
import { Session, takenBack } from './session.ts';
import { Workspaces } from './workspace-in-editor.ts';

/**
 * Speaks the Language Server Protocol on standard input and output until the editor ends it, or sends something that is
 * no message.
 */
export function serve(world: World): Promise<never> {
  const frames = new Frames((why) => {
    const code = tellFailure(cannot('message-unframed', { why }), [], world);
    // The connection watches whether the editor is still running, and would keep the process alive for that.
    process.stderr.write('', () => process.exit(code));
  });
  const reader = new StreamMessageReader(process.stdin.pipe(frames));
  const writer = new StreamMessageWriter(process.stdout);
  const session = new Session(writer);
  const connection = createConnection(ProposedFeatures.all, reader, writer, {
    messageStrategy: session,
    connectionStrategy: { cancelUndispatched: takenBack },
  });
  endWithEditor(session, reader, writer);
  const open = new OpenFiles();
  const workspaces = new Workspaces(open);
  const problems = new Problems(workspaces, open, world, {
    tell: (shown) => void connection.sendDiagnostics(shown),
    failed: (error) => connection.console.error(escapeText(String((error as Error)?.stack ?? error))),
  });

  introduce(connection, open, workspaces, problems, world.version);
  follow(connection, open, workspaces, problems);
  answer(connection, open, workspaces);
  offerFixes(connection, open, workspaces, problems, world.packageRoot);

  open.documents.listen(connection);
  connection.listen();
  // The connection ends the process itself, with the exit code of the protocol.
  return new Promise(() => {});
}

/** Ends when the editor can no longer be heard or told anything; what it sent before is still handled. */
function endWithEditor(session: Session, reader: StreamMessageReader, writer: StreamMessageWriter): void {
  const leave = (): never => process.exit(session.exitCode);
  for (const end of ['end', 'close']) process.stdin.once(end, () => session.whenHeard(leave));
  writer.onError(leave);
  reader.onError((error) => session.refuse(null, ErrorCodes.ParseError, `That is no JSON: ${error.message}`));
}

/** Tells the editor what it can request, and checks its folders for the first time. */
function introduce(
  connection: Connection,
  open: OpenFiles,
  workspaces: Workspaces,
  problems: Problems,
  version: string,
): void {
  let canWatch = false;
  connection.onInitialize((params): InitializeResult => {
    const { workspace } = params.capabilities;
    canWatch = workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    open.comparesVersions = workspace?.workspaceEdit?.documentChanges === true;
    for (const folder of foldersOf(params)) workspaces.of(folder);
    return { capabilities, serverInfo: { name: 'policyc', version } };
  });
  connection.onInitialized(() => {
    if (canWatch)
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: '**/*.{yaml,csv,md}' }],
      });
    problems.lookSoon();
  });
}

/** Checks again whenever something is written, in the editor or on the disk. */
function follow(connection: Connection, open: OpenFiles, workspaces: Workspaces, problems: Problems): void {
  open.documents.onDidOpen(({ document }) => {
    const path = pathOf(document.uri);
    if (path !== undefined) workspaces.of(dirname(path));
  });
  open.documents.onDidChangeContent(() => problems.lookSoon());
  open.documents.onDidClose(() => problems.lookSoon());
  open.documents.onDidSave(() => problems.lookSoon());
  connection.onDidChangeWatchedFiles(() => problems.lookSoon());
}

function answer(connection: Connection, open: OpenFiles, workspaces: Workspaces): void {
  const about = (uri: string): Answers | undefined => answersAbout(uri, open, workspaces);
  connection.onHover(({ textDocument, position }) => about(textDocument.uri)?.hover(position) ?? null);
  connection.onDefinition(({ textDocument, position }) => [
    ...(about(textDocument.uri)?.definitions(position) ?? []),
  ]);
  connection.onReferences(({ textDocument, position, context }) => [
    ...(about(textDocument.uri)?.references(position, context.includeDeclaration) ?? []),
  ]);
  connection.onPrepareRename(
    ({ textDocument, position }) => about(textDocument.uri)?.renamed(position) ?? null,
  );
  connection.onRenameRequest(
    ({ textDocument, position, newName }) => about(textDocument.uri)?.rename(position, newName) ?? null,
  );
  connection.onCompletion(
    ({ textDocument, position }) => about(textDocument.uri)?.completions(position) ?? [],
  );
}

function offerFixes(
  connection: Connection,
  open: OpenFiles,
  workspaces: Workspaces,
  problems: Problems,
  packageRoot: string,
): void {
  connection.onCodeAction(async ({ textDocument, range, context: { only } }) => {
    const path = pathOf(textDocument.uri);
    const found = path === undefined ? [] : await problems.within(path, range);
    const actions = answersAbout(textDocument.uri, open, workspaces)?.fixes(found, packageRoot) ?? [];
    // `source` also asks for `source.fixAll` and all below it.
    return actions.filter(({ kind = '' }) => !only || only.some((one) => `${kind}.`.startsWith(`${one}.`)));
  });
}

/** Answers about a file. There are none while its workspace cannot be read, which is reported as a problem. */
function answersAbout(uri: string, open: OpenFiles, workspaces: Workspaces): Answers | undefined {
  const path = pathOf(uri);
  try {
    const seen = path === undefined ? undefined : workspaces.of(dirname(path))?.see(path);
    return seen && new Answers(seen, open);
  } catch (error) {
    if (refusalIn(error)) return undefined;
    throw error;
  }
}

const capabilities: InitializeResult['capabilities'] = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  completionProvider: { triggerCharacters: ['[', '.'] },
  codeActionProvider: {
    codeActionKinds: [CodeActionKind.QuickFix, `${CodeActionKind.SourceFixAll}.policyc`],
  },
};

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? [rootUri ?? ''];
  return uris.flatMap((uri) => pathOf(uri) ?? []);
}
