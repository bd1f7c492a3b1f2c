/** Made from a schema by `build/shapes.mjs`, so that a command loads only the shapes that it checks files against. */
declare module '*.shape.js' {
  export const shape: import('../shape.ts').Shape;
}
