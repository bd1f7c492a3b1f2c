import { flowScalar } from '../translate/written.ts';
import type { Answers, Language, PolicyKind } from './answers.ts';

/** What a chapter is written with: the answers, and words in one of the languages. */
export interface Voice {
  readonly answers: Answers;
  /** A text as a value in YAML. */
  readonly say: (en: string, zh: string) => string;
  /** A text as a line of a block. */
  readonly line: (en: string, zh: string) => string;
  /** Lines that only these kinds of policy have. */
  readonly only: (kinds: readonly PolicyKind[], yaml: string) => string;
  readonly isUnder: (profile: string) => boolean;
}

/** A chapter file. What it says is the same in every language; the words are not. */
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
