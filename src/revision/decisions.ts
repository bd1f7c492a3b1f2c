import { isText, type Parsed, parseJsonObject } from '../archive/manifest.ts';
import { isObject } from '../base/json.ts';
import { why } from '../base/messages-why.ts';
import type { GatedChange } from '../gate/cover.ts';
import { decisionsFormat } from '../gate/record.ts';

/**
 * Reads the changes that a version recorded as decided. An archive may be forged, so every member that is used is
 * checked; another shape is a reason, never an exception.
 */
export function parseDecisions(bytes: Uint8Array): Parsed<readonly GatedChange[]> {
  const parsed = parseJsonObject(bytes, decisionsFormat);
  if (!('value' in parsed)) return parsed;
  const { changes } = parsed.value;
  if (!Array.isArray(changes)) return { why: why('member-wrong', { name: 'changes' }) };
  const wrong = changes.findIndex((change) => !isDecided(change));
  if (wrong !== -1) return { why: why('change-misshapen', { at: wrong }) };
  return { value: changes as unknown as readonly GatedChange[] };
}

function isDecided(change: unknown): boolean {
  return (
    isObject(change) &&
    isText(change.fingerprint) &&
    Array.isArray(change.obligations) &&
    change.obligations.every(isObligation) &&
    (change.note === undefined || isNote(change.note))
  );
}

const isObligation = (value: unknown): boolean =>
  isObject(value) && isText(value.owes) && isOptional(value.detail) && isOptional(value.evidence);

const isNote = (value: unknown): boolean =>
  isObject(value) && isText(value.path) && isText(value.decision) && isOptional(value.entry);

const isOptional = (value: unknown): boolean => value === undefined || typeof value === 'string';
