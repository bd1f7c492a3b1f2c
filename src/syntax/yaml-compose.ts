import { Composer, type CST, type Document, Parser, YAMLParseError } from 'yaml';
import { limits } from '../base/limits.ts';

/**
 * Parses the first document of a text, with only its first errors. Undefined if it is nested too deeply: the library
 * reports most of these cases, and runs out of stack in the others.
 */
export function composeYaml(text: string): Document.Parsed | undefined {
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    merge: false,
    prettyErrors: false,
    // The library compares every key of a map with every other one; treeProblems has a faster check.
    uniqueKeys: false,
  });
  tellFirst(composer, limits.problems);
  try {
    const [document, another] = composer.compose(firstErrors(text, limits.problems), true, text.length);
    if (document && another) {
      const [start, end] = another.range;
      document.errors.push(new YAMLParseError([start, end], 'MULTIPLE_DOCS', 'a second document'));
    }
    return document;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The tokens of a text, but only the first of those that are errors. */
function* firstErrors(text: string, most: number): Generator<CST.Token> {
  let errors = 0;
  for (const token of new Parser().parse(text)) if (token.type !== 'error' || errors++ < most) yield token;
}

/** One mistake can cause half a million errors, and each captures the stack. */
function tellFirst(composer: Composer, most: number): void {
  const teller = composer as unknown as { onError: (...args: readonly unknown[]) => void };
  const tell = teller.onError;
  let told = 0;
  teller.onError = (...args) => {
    if (told++ < most) tell(...args);
  };
}
