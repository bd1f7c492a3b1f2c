import type { Plugin } from 'vitest/config';

export const testedCode: string;
export const testedModule: string;
export function buildTested(root: string): Promise<void>;
export function sourceAsTested(root: string): Plugin;
