import type { Plugin } from 'esbuild';
import type { Plugin as VitePlugin } from 'vitest/config';

export function withoutGenerators(name: 'lexer.js' | 'parser.js', text: string): string;
export function yamlWithoutGenerators(root: string): Plugin;
export function yamlAsShipped(root: string): VitePlugin;
