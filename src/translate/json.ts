import { isConflicted } from '../syntax/conflict.ts';
import { type Exchange, isMark, notReadable, type Unit } from './exchange.ts';

const translationsFormat = 'policyc/translations@1';

/** Texts for a translator as JSON, following `schemas/translations.schema.json`. */
export function writeJson({ sourceLocale, locale, policies }: Exchange): string {
  const written = policies.map(({ policy, units }) => ({ policy, texts: units }));
  return `${JSON.stringify({ format: translationsFormat, sourceLocale, locale, policies: written }, null, 2)}\n`;
}

/** Reads what `writeJson` wrote, with translations added. Throws `NotReadable`. */
export function readJson(text: string): Exchange {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (isConflicted(text)) throw notReadable('conflict');
    throw notReadable('not-json-at', { parser: error instanceof Error ? error.message : '' });
  }
  const file = recordAt(value, '');
  if (file.format !== translationsFormat)
    throw notReadable('format-other', { format: JSON.stringify(file.format), known: translationsFormat });
  return {
    sourceLocale: stringAt(file, 'sourceLocale', ''),
    locale: stringAt(file, 'locale', ''),
    policies: listAt(file, 'policies', '').map((one, index) => {
      const policy = recordAt(one, `policies[${index}]`);
      const id = stringAt(policy, 'policy', `policies[${index}]`);
      const texts = listAt(policy, 'texts', id);
      return { policy: id, units: texts.map((unit, at) => unitFrom(unit, `${id}, texts[${at}]`)) };
    }),
  };
}

function unitFrom(value: unknown, at: string): Unit {
  const unit = recordAt(value, at);
  const owner = stringAt(unit, 'owner', at);
  const field = stringAt(unit, 'field', at);
  const where = `${owner}/${field}`;
  const { mark, state } = unit;
  if (!isMark(mark)) throw notReadable('mark-lost', { text: where });
  if (state !== 'initial' && state !== 'translated') throw notReadable('state-unknown', { text: where });
  const source = stringAt(unit, 'source', where);
  const target = stringAt(unit, 'target', where);
  const was = typeof unit.was === 'string' ? unit.was : '';
  return { owner, field, mark, state, source, target: target.replace(/\r\n?/g, '\n'), was };
}

type JsonRecord = Readonly<Record<string, unknown>>;

function recordAt(value: unknown, at: string): JsonRecord {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw notReadable('not-an-object-at', { at });
  return value as JsonRecord;
}

function stringAt(record: JsonRecord, key: string, at: string): string {
  const value = record[key];
  if (typeof value !== 'string') throw notReadable('no-text-at', { at, key });
  if (!value.isWellFormed()) throw notReadable('half-character-at', { at, key });
  return value;
}

function listAt(record: JsonRecord, key: string, at: string): readonly unknown[] {
  const value = record[key];
  if (!Array.isArray(value)) throw notReadable('no-list-at', { at, key });
  return value;
}
