import { isObject } from '../../base/json.ts';

/** What is wrong with a value: where in it, and what was expected there. */
interface Misfit {
  readonly at: string;
  readonly wanted: string;
}
type Shape = (value: unknown, at: string) => Misfit | undefined;

const is =
  (fits: (value: unknown) => boolean, wanted: string): Shape =>
  (value, at) =>
    fits(value) ? undefined : { at, wanted };

/** An object with these members, and maybe others. */
const having =
  (members: Readonly<Record<string, Shape>>): Shape =>
  (value, at) => {
    if (!isObject(value)) return { at, wanted: 'an object' };
    for (const [name, shape] of Object.entries(members)) {
      const wrong = shape(Object.hasOwn(value, name) ? value[name] : undefined, `${at}.${name}`);
      if (wrong) return wrong;
    }
    return undefined;
  };

const listOf =
  (shape: Shape): Shape =>
  (value, at) => {
    if (!Array.isArray(value)) return { at, wanted: 'a list' };
    for (const [index, one] of value.entries()) {
      const wrong = shape(one, `${at}[${index}]`);
      if (wrong) return wrong;
    }
    return undefined;
  };

const maybe =
  (shape: Shape): Shape =>
  (value, at) =>
    value === undefined || value === null ? undefined : shape(value, at);

const text = is((value) => typeof value === 'string', 'a text');
const whole = is(Number.isSafeInteger, 'a whole number');
const yesOrNo = is((value) => typeof value === 'boolean', 'true or false');
const count = is((value) => Number.isSafeInteger(value) && Number(value) >= 0, 'a whole number from 0 on');

const position = having({ line: count, character: count });
const range = having({ start: position, end: position });
const textDocument = having({ uri: text });
const atPosition = { textDocument, position };

/** The parameters that are read of each message, as the Language Server Protocol defines them. */
const shapes: Readonly<Record<string, Shape>> = {
  initialize: having({
    processId: maybe(whole),
    capabilities: having({
      workspace: maybe(
        having({ didChangeWatchedFiles: maybe(having({})), workspaceEdit: maybe(having({})) }),
      ),
    }),
    rootUri: maybe(text),
    workspaceFolders: maybe(listOf(having({ uri: text }))),
  }),
  initialized: maybe(having({})),
  '$/cancelRequest': having({}),
  '$/progress': having({}),
  '$/setTrace': having({ value: text }),
  'workspace/didChangeWatchedFiles': maybe(having({})),
  'textDocument/didOpen': having({
    textDocument: having({ uri: text, languageId: text, version: whole, text }),
  }),
  'textDocument/didChange': having({
    textDocument: having({ uri: text, version: whole }),
    contentChanges: listOf(having({ text, range: maybe(range) })),
  }),
  'textDocument/didClose': having({ textDocument }),
  'textDocument/didSave': having({ textDocument }),
  'textDocument/willSave': having({ textDocument }),
  'textDocument/willSaveWaitUntil': having({ textDocument }),
  'textDocument/hover': having(atPosition),
  'textDocument/definition': having(atPosition),
  'textDocument/references': having({ ...atPosition, context: having({ includeDeclaration: yesOrNo }) }),
  'textDocument/prepareRename': having(atPosition),
  'textDocument/rename': having({ ...atPosition, newName: text }),
  'textDocument/completion': having(atPosition),
  'textDocument/codeAction': having({
    textDocument,
    range,
    context: having({ only: maybe(listOf(text)) }),
  }),
};

/**
 * What is wrong with the parameters of a message, in a sentence for the author of the editor; undefined when nothing is.
 */
export function wrongParameters(method: string, params: unknown): string | undefined {
  const shape = Object.hasOwn(shapes, method) ? shapes[method] : undefined;
  const wrong = shape?.(params, 'params');
  return (
    wrong && `${method} was sent with parameters that it does not have: ${wrong.at} must be ${wrong.wanted}.`
  );
}
