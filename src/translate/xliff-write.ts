import { notXml } from '../base/escape.ts';
import type { Exchange, Unit } from './exchange.ts';
import { textName } from './texts.ts';

export const metadataCategory = 'policyc';

/**
 * Texts for a translator as XLIFF 2.1: a file for each policy, a unit with one segment for each text. Directives and
 * Markdown are plain text in it. `name` is the text's name in the policy, `id` the same in the characters that XML
 * allows.
 * https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html
 */
export function writeXliff({ sourceLocale, locale, policies }: Exchange): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0"' +
      ` version="2.1" srcLang="${attribute(sourceLocale)}" trgLang="${attribute(locale)}">`,
  ];
  for (const { policy, units } of policies) {
    if (units.length === 0) continue;
    lines.push(`  <file id="${attribute(policy)}" canResegment="no" xml:space="preserve">`);
    for (const unit of units) lines.push(...unitLines(unit));
    lines.push('  </file>');
  }
  return `${[...lines, '</xliff>'].join('\n')}\n`;
}

function unitLines(unit: Unit): string[] {
  const { mark, was, state, source, sourceBefore, target } = unit;
  return [
    `    <unit id="${unitId(unit)}" name="${attribute(textName(unit))}">`,
    '      <mda:metadata>',
    `        <mda:metaGroup category="${metadataCategory}">`,
    `          <mda:meta type="mark">${mark}</mda:meta>`,
    `          <mda:meta type="was">${was}</mda:meta>`,
    '        </mda:metaGroup>',
    '      </mda:metadata>',
    ...(state === 'initial' && target !== ''
      ? [
          '      <notes>',
          `        <note category="${metadataCategory}">${staleNote}</note>`,
          ...(sourceBefore === undefined
            ? []
            : [
                `        <note category="${sourceBeforeCategory}">${escapeXml(sourceBefore).replace(notXml, '�')}</note>`,
              ]),
          '      </notes>',
        ]
      : []),
    `      <segment state="${state}">`,
    `        <source>${content(source)}</source>`,
    ...(target === '' ? [] : [`        <target>${content(target)}</target>`]),
    '      </segment>',
    '    </unit>',
  ];
}

/** The category of the note with the source text of a stale translation. */
const sourceBeforeCategory = 'source-before';

const staleNote =
  'The text changed after it was translated. Bring the translation up to date, or set its state to translated if it is right as it stands.';

/**
 * An id as XML allows it (NMTOKEN): slashes become colons, other characters become `::` with their code and a full
 * stop.
 */
function unitId(unit: Unit): string {
  return textName(unit).replace(/[^A-Za-z0-9._-]/gu, (character) =>
    character === '/' ? ':' : `::${(character.codePointAt(0) ?? 0).toString(16)}.`,
  );
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

function attribute(text: string): string {
  return escapeXml(text).replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Characters that XML 1.0 cannot contain become `cp` elements, as XLIFF prescribes. */
function content(text: string): string {
  return escapeXml(text)
    .replace(/\r/g, '&#13;')
    .replace(notXml, (character) => {
      const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      return `<cp hex="${hex}"/>`;
    });
}
