import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { placeOf, type SourceFile } from '../base/place.ts';

/** Control characters, direction overrides and zero-width characters, apart from the joiners that scripts need. */
const hidden =
  /[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F\u0080-\u009F\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]/gu;

/** Characters that make a text read differently from what it says. */
export function hiddenCharacters(source: SourceFile): Diagnostic[] {
  return [...source.text.matchAll(hidden)].map((match) => {
    const point = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return diagnostic(
      'hidden-character',
      { character: `U+${point}` },
      placeOf(source, match.index, match.index + 1),
    );
  });
}
