import { countryNearly } from '../words/country-called.ts';

/**
 * What was probably meant by a text that does not fit its pattern: tries the corrections of common slips, and returns
 * the first result that fits. Undefined if none does.
 */
export function meantInstead(text: string, pattern: string): string | undefined {
  const form = new RegExp(pattern, 'u');
  const found = pattern.startsWith('^[a-z0-9_-]+(') ? slips.filter((mend) => mend !== hyphenated) : slips;
  return (
    found.flatMap((mend) => mend(text.trim()) ?? []).find((one) => form.test(one)) ??
    (form.source === country ? countryNearly(text) : undefined)
  );
}

const country = '^([A-Z]{2}|EEA)$';

const slips: readonly ((text: string) => string | undefined)[] = [
  (text) => text,
  languageTag,
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  paddedDate,
  periodInWords,
  hyphenated,
  (text) => text.replace(/\.ya?ml$/i, ''),
  paddedOffset,
  offsetOfZone,
  (text) => text.replace(/^http:\/\//i, 'https://'),
  (text) => (/^[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/.test(text) ? `https://${text}` : undefined),
];

/**
 * `zh_TW` and `ZH-tw` become zh-TW. `es-419` names a whole continent, so only its language is kept, as pages have
 * texts by language.
 */
function languageTag(text: string): string | undefined {
  const [language = '', ...rest] = text.split(/[-_]/);
  if (!/^[a-z]{2,3}$/i.test(language)) return undefined;
  const parts = rest.flatMap((part) => {
    if (/^[a-z]{4}$/i.test(part)) return [`${part.charAt(0).toUpperCase()}${part.slice(1).toLowerCase()}`];
    return /^[a-z]{2}$/i.test(part) ? [part.toUpperCase()] : [];
  });
  return [language.toLowerCase(), ...parts].join('-');
}

/** No id of the taxonomy: those are not made from words. */
function hyphenated(text: string): string {
  return text.toLowerCase().replace(/[ _]+/g, '-');
}

function paddedDate(text: string): string | undefined {
  const [, year, month = '', day = ''] = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(text) ?? [];
  return year === undefined ? undefined : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** `1 year`, `6 Monate` or `30天`, as ISO 8601 has it. */
function periodInWords(text: string): string | undefined {
  const [, count, word = ''] = /^(\d{1,4}) ?(\p{L}{1,7})$/u.exec(text) ?? [];
  const unit = units.find(([, name]) => name.test(word))?.[0];
  return count === undefined || unit === undefined ? undefined : `P${count}${unit}`;
}

const units = [
  ['D', /^(?:d|days?|tagen?|jours?|d[ií]as?|天|日)$/i],
  ['W', /^(?:w|weeks?|wochen?|semaines?|semanas?|周|週)$/i],
  ['M', /^(?:months?|monaten?|mois|mes|meses|个月|個月|か月)$/i],
  ['Y', /^(?:y|years?|jahren?|ans?|années?|años?|年)$/i],
] as const;

function paddedOffset(text: string): string | undefined {
  const [, sign, hours = '', minutes = '00'] =
    /^(?:UTC|GMT)?\s*([+-])(\d{1,2})(?::?(\d{2}))?$/i.exec(text) ?? [];
  return sign === undefined ? undefined : `${sign}${hours.padStart(2, '0')}:${minutes}`;
}

/**
 * The offset of a time zone, if it is the same all year; with daylight saving time there is no single offset to offer.
 */
function offsetOfZone(text: string): string | undefined {
  if (!/^[A-Z][\w+-]*(?:\/[\w+-]+)+$|^UTC$|^GMT$/i.test(text)) return undefined;
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: text, timeZoneName: 'longOffset' });
    const [winter, summer] = [0, 6].map(
      (month) =>
        format.formatToParts(Date.UTC(2026, month, 15)).find(({ type }) => type === 'timeZoneName')?.value,
    );
    return winter === summer ? winter?.replace(/^GMT$/, '+00:00').replace('GMT', '') : undefined;
  } catch {
    return undefined;
  }
}
