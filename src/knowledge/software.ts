import { isObject, type JsonObject, jsonIn } from '../base/json.ts';
import table from './sdks.json' with { type: 'json' };

/** Software of others, by what it is called where code names it; what it usually gets says where to look. */
export interface Sdk {
  readonly id: string;
  readonly name: string;
  readonly provider: string;
  /** The legal name of the maker, where it is known. */
  readonly company?: string;
  readonly npm?: readonly string[];
  readonly gradle?: readonly string[];
  readonly pods?: readonly string[];
  /** Of Swift packages: the last part of their address, in small letters. */
  readonly spm?: readonly string[];
  readonly pub?: readonly string[];
  readonly cookies?: readonly string[];
  readonly data: readonly string[];
  readonly purposes: readonly string[];
}

/** All that is known of, in one table for whoever asks: registers, drift and rules. */
export const sdks: readonly Sdk[] = table.sdks;

/** The pins in a `Package.resolved` of Xcode, in any of its formats; undefined when there is no list of them. */
export function swiftPins(text: string): readonly JsonObject[] | undefined {
  const file = jsonIn(text);
  const pins = isObject(file)
    ? (file.pins ?? (isObject(file.object) ? file.object.pins : undefined))
    : undefined;
  return Array.isArray(pins) ? pins.filter(isObject) : undefined;
}

/** The name of a Swift package by its address: `firebase-ios-sdk`. */
export function swiftName(address: string): string {
  return (address.split('/').at(-1) ?? '').replace(/\.git$/, '').toLowerCase();
}

/** Whether a name is one of a list, in which a star stands for anything. */
export function isNamed(name: string, patterns: readonly string[] = []): boolean {
  return patterns.some((pattern) => {
    const [start = '', ...rest] = pattern.split('*');
    if (rest.length === 0) return name === pattern;
    const end = rest.at(-1) ?? '';
    return name.length >= start.length + end.length && name.startsWith(start) && name.endsWith(end);
  });
}
