import { directiveFromMarkdown } from 'mdast-util-directive';
import { directive } from 'micromark-extension-directive';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import type { Processor } from 'unified';

/**
 * What texts can point at: a data category, a clause or chapter, a defined term, a contact, a party, a clause's
 * period, a purpose, a country.
 */
export const directiveNames = [
  'data',
  'ref',
  'term',
  'contact',
  'party',
  'period',
  'purpose',
  'country',
] as const;
export type DirectiveName = (typeof directiveNames)[number];

const colon = 58;
const leftBracket = 91;

/**
 * A unified plugin for the directives of `directiveNames`, such as `:data[id]`. Unlike remark-directive it has no
 * block directives and no other names: all other colons are text, such as in `10:30am` and `localhost:port`.
 */
export function clauseDirectives(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push(namedDirective());
  data.fromMarkdownExtensions ??= [];
  data.fromMarkdownExtensions.push(directiveFromMarkdown());
}

function namedDirective(): Extension {
  const general = directive().text?.[colon] as Construct;
  const construct: Construct = {
    ...general,
    tokenize(this: TokenizeContext, effects, ok, nok) {
      return effects.check(
        { tokenize: tokenizeKnownName, partial: true },
        general.tokenize.call(this, effects, ok, nok),
        nok,
      );
    },
  };
  return { text: { [colon]: construct } };
}

/** Accepts a colon, one of the names, and a left bracket, as lookahead. */
function tokenizeKnownName(effects: Effects, ok: State, nok: State): State {
  let name = '';
  return (code) => {
    effects.enter('directiveTextMarker');
    effects.consume(code);
    return next;
  };
  function next(code: Code): State | undefined {
    if (code === leftBracket && (directiveNames as readonly string[]).includes(name)) {
      effects.exit('directiveTextMarker');
      return ok(code);
    }
    const letter = code !== null && code > 0 ? String.fromCharCode(code) : '';
    if (!directiveNames.some((known) => known.startsWith(name + letter) && letter !== '')) {
      effects.exit('directiveTextMarker');
      return nok(code);
    }
    name += letter;
    effects.consume(code);
    return next;
  }
}
