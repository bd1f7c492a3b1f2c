/** What `build/shapes.mjs` makes of a schema: a command loads those that it holds files against, and no others. */
declare module '*.shape.js' {
  export const shape: import('../shape.ts').Shape;
}
