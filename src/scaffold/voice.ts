import { flowScalar } from '../translate/written.ts';
import type { Answers, Language, PolicyKind } from './answers.ts';

/** What a chapter is written with: the answers, and a choice of words by language. */
export interface Voice {
  readonly answers: Answers;
  /** Gives a text as a YAML value. */
  readonly say: (en: string, zh: string) => string;
  /** Gives a text as a line of a YAML block. */
  readonly line: (en: string, zh: string) => string;
  /** Gives the lines only for these kinds of policy. */
  readonly only: (kinds: readonly PolicyKind[], yaml: string) => string;
  readonly isUnder: (profile: string) => boolean;
}

/** Writes a chapter file: the same content in every language. */
export type Chapter = (voice: Voice) => string;

export function voiceIn(language: Language, answers: Answers): Voice {
  const line = (en: string, zh: string): string => (language === 'en' ? en : zh);
  return {
    answers,
    line,
    say: (en, zh) => flowScalar(line(en, zh)),
    only: (kinds, yaml) => (kinds.includes(answers.kind) ? yaml : ''),
    isUnder: (profile) => answers.profiles.includes(profile),
  };
}
