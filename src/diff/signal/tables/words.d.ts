/** What `build/dictionary.mjs` makes of a list of words; `dictionary.ts` reads it. */
declare module '*.words.js' {
  export const words: string;
}
