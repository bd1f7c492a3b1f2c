import type { Plugin } from 'esbuild';

export function withoutGenerators(name: 'lexer.js' | 'parser.js', text: string): string;
export function yamlWithoutGenerators(root: string): Plugin;
