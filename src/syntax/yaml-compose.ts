import { Composer, type CST, type Document, Parser, YAMLParseError } from 'yaml';
import { limits } from '../base/limits.ts';

/**
 * The first document of a text, with its first errors. Undefined when it is nested too deep: the library notices most
 * of that, and what it does not ends its stack.
 */
export function composeYaml(text: string): Document.Parsed | undefined {
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    merge: false,
    prettyErrors: false,
    // Its check holds every key of a map against every other one; ours is in treeProblems.
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

/** The tokens of a text, of those that are no YAML only the first. */
function* firstErrors(text: string, most: number): Generator<CST.Token> {
  let errors = 0;
  for (const token of new Parser().parse(text)) if (token.type !== 'error' || errors++ < most) yield token;
}

/** One mistake can make half a million errors, each of which takes a picture of the stack. */
function tellFirst(composer: Composer, most: number): void {
  const teller = composer as unknown as { onError: (...args: readonly unknown[]) => void };
  const tell = teller.onError;
  let told = 0;
  teller.onError = (...args) => {
    if (told++ < most) tell(...args);
  };
}
