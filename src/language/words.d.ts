/** Made from a list of words by `build/dictionary.mjs`, and read by `dictionary.ts`. */
declare module '*.words.js' {
  export const words: string;
}
