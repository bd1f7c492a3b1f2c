import { escapeJson, escapeLines, escapeMarkdown, escapeText, mapStrings } from '../base/escape.ts';
import { keptWith } from '../base/on-demand.ts';
import { printGithub } from './github.ts';
import { printGitlab } from './gitlab.ts';
import { printJson } from './json.ts';
import { printJunit } from './junit.ts';
import { printMarkdown } from './markdown.ts';
import type { Report } from './report.ts';
import { printSarif } from './sarif.ts';
import type { Style } from './style.ts';
import { printText } from './text.ts';

/** Turns a report into the text of one format; a promise if the printer has to be loaded first. */
export type Print = (report: Report, style: Style) => string | Promise<string>;

/** Several formats print the same words. */
const asPlain = keptWith((report: Report): Report => mapStrings(report, escapeText));

/**
 * Every format of a report. Foreign text is made harmless here, once: before a printer sees it, or after it, where the
 * format can write any character.
 */
export const formats = {
  text: (report, style) => printText(asPlain(report), style),
  json: (report) => escapeJson(printJson(report)),
  markdown: (report) => printMarkdown(mapStrings(report, escapeMarkdown)),
  github: (report) => printGithub(asPlain(report)),
  sarif: (report) => escapeJson(printSarif(asPlain(report))),
  gitlab: (report) => escapeJson(printGitlab(asPlain(report))),
  junit: (report) => printJunit(asPlain(report)),
  html: async (report) => (await import('./html.ts')).printHtml(mapStrings(report, escapeLines)),
} as const satisfies Record<string, Print>;

export type Format = keyof typeof formats;
