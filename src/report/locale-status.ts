import { escapeText } from '../base/escape.ts';
import { showHidden } from '../base/hidden.ts';
import { type TextState, textName } from '../translate/texts.ts';
import type { Style } from './style.ts';

/** The state of the translation of a policy into a language. */
export interface LocaleStatus {
  /** The policy folder, relative to where the command ran. */
  readonly path: string;
  readonly policy: string;
  readonly locale: string;
  /** In reading order. */
  readonly texts: readonly TextState[];
}

const localeStatusFormat = 'policyc/locale-status@1';

/** Whether every text is translated, and none changed since. */
export function isComplete({ texts }: LocaleStatus): boolean {
  return texts.every(({ state }) => state === 'translated');
}

/** The status as JSON; its schema is `schemas/locale-status.schema.json`. */
export function localeStatusJson(statuses: readonly LocaleStatus[]): string {
  const report = {
    format: localeStatusFormat,
    locales: statuses.map((status) => ({
      path: status.path,
      policy: status.policy,
      locale: status.locale,
      counts: countsOf(status),
      texts: openTexts(status).map(({ owner, field, state, mark, text, file, line, translation }) => ({
        owner,
        field,
        state,
        mark,
        text: text.trimEnd(),
        file,
        line,
        ...(translation === undefined
          ? {}
          : {
              translation: { ...translation, text: translation.text.trimEnd() },
            }),
      })),
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** The status in words: a line for each language, then one for each text that is missing or stale. */
export function localeStatusText(statuses: readonly LocaleStatus[], style: Style): string {
  return statuses.map((status) => section(status, style)).join('\n');
}

function section(status: LocaleStatus, style: Style): string {
  const { translated, missing, stale } = countsOf(status);
  const total = status.texts.length;
  const counts = isComplete(status)
    ? `all ${total} texts translated, none stale`
    : `${translated} of ${total} texts translated, ${missing} missing, ${stale} stale`;
  const open = openTexts(status);
  const width = Math.min(48, Math.max(0, ...open.map((text) => textName(text).length)));
  const lines = open.map((text) => {
    const state = (text.state === 'stale' ? style.yellow : style.bold)(text.state.padEnd(7));
    const name = escapeText(textName(text));
    // A name that is longer than the column has a line to itself, so that the columns after it stay where they are.
    const named = name.length > width ? `${name}\n${' '.repeat(11 + width)}` : name.padEnd(width);
    return `  ${state}  ${named}  ${text.mark}  ${style.dim(startOf(text.text))}`;
  });
  return `${[`${style.bold(escapeText(status.path))}  ${status.locale}  ${counts}`, ...lines].join('\n')}\n`;
}

function countsOf({ texts }: LocaleStatus): Record<TextState['state'], number> {
  const count = (state: TextState['state']): number => texts.filter((text) => text.state === state).length;
  return { translated: count('translated'), missing: count('missing'), stale: count('stale') };
}

function openTexts({ texts }: LocaleStatus): TextState[] {
  return texts.filter(({ state }) => state !== 'translated');
}

const startLength = 48;

/** The start of a text on one line, safe to print. */
export function startOf(text: string): string {
  const line = showHidden(text.trim().replace(/\s+/g, ' '));
  const characters = [...line];
  return characters.length > startLength ? `${characters.slice(0, startLength - 1).join('')}…` : line;
}
