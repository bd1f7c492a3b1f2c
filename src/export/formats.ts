import { cannot } from '../base/failure.ts';
import { appleLabelsJson, appleLabelsMarkdown, appleManifest } from './apple.ts';
import { dpvJson } from './dpv.ts';
import type { Exported, Source } from './export.ts';
import { gpcJson } from './gpc.ts';
import { playCsv } from './play.ts';
import { recordsCsv, recordsHtml, recordsMarkdown } from './records-print.ts';

export type Form = 'csv' | 'html' | 'json' | 'markdown' | 'plist';

interface Format {
  readonly about: string;
  /** The forms it can be written in; the first one is the default. */
  readonly forms: { readonly [F in Form]?: (source: Source) => Exported };
}

/** The formats in which a policy can be exported. */
export const exportFormats = {
  'google-play': { about: 'the data safety form, to import in the Play Console', forms: { csv: playCsv } },
  'apple-manifest': {
    about: 'PrivacyInfo.xcprivacy, the privacy manifest of an app',
    forms: { plist: appleManifest },
  },
  'apple-labels': {
    about: 'the privacy labels of the App Store, as fastlane uploads them, or to read',
    forms: { json: appleLabelsJson, markdown: appleLabelsMarkdown },
  },
  records: {
    about: 'records of processing activities (GDPR art. 30)',
    forms: { csv: recordsCsv, markdown: recordsMarkdown, html: recordsHtml },
  },
  dpv: {
    about: 'JSON-LD in the Data Privacy Vocabulary of the W3C community group',
    forms: { json: dpvJson },
  },
  gpc: { about: '/.well-known/gpc.json, whether Global Privacy Control is heeded', forms: { json: gpcJson } },
} as const satisfies Readonly<Record<string, Format>>;

export type ExportFormat = keyof typeof exportFormats;

/** Exports a policy in a format and in one of its forms. Throws `CannotWork`. */
export function exportAs(format: ExportFormat, form: Form | undefined, source: Source): Exported {
  const { forms }: Format = exportFormats[format];
  const [first] = Object.keys(forms) as Form[];
  const wanted = form ?? first;
  const make = wanted && forms[wanted];
  if (!make) throw cannot('export-form-unknown', { format, form: String(form), forms: Object.keys(forms) });
  return make(source);
}
