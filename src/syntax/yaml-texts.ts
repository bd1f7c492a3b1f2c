import { type Document, isPair, isScalar, type Node } from 'yaml';
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import { limits } from '../base/limits.ts';
import type { SourceFile } from '../base/place.ts';
import { excessOf, type HeaviestParagraph, overLimit, textExcess, weighProse } from './budget.ts';
import { nodePlace } from './yaml-problems.ts';
import { walkNodes } from './yaml-walk.ts';

/** Weighs the texts of a file, and reports what exceeds a limit: depth, long names, heavy Markdown. */
export function weighTexts(
  document: Document.Parsed,
  source: SourceFile,
): {
  readonly marks: number;
  readonly heaviest: HeaviestParagraph | undefined;
  readonly problems: readonly Diagnostic[];
} {
  const problems: Diagnostic[] = [];
  let [marks, isDeep] = [0, false];
  let [most, heaviest]: [number, Node | undefined] = [0, undefined];
  walkNodes(document, (node, ancestors) => {
    if (ancestors.length > limits.yamlDepth && !isDeep) {
      isDeep = true;
      problems.push(diagnostic('yaml-too-deep', {}, nodePlace(source, isPair(node) ? null : node)));
    }
    const name = isPair(node) && isScalar(node.key) ? node.key : undefined;
    const id = name?.value === 'id' && isPair(node) && isScalar(node.value) ? node.value : undefined;
    for (const one of [name, id]) {
      const long = typeof one?.value === 'string' && excessOf('nameLength', one.value.length);
      if (one && long) problems.push(overLimit(long, nodePlace(source, one)));
    }
    if (!isScalar(node) || typeof node.value !== 'string') return;
    const weight = weighProse(node.value);
    const excess = textExcess(node.value, weight);
    if (excess) problems.push(overLimit(excess, nodePlace(source, node)));
    if (weight.heaviest > most) [most, heaviest] = [weight.heaviest, node];
    const before = marks;
    marks += weight.signs;
    const all = !excess && before <= limits.textMarks ? excessOf('textMarks', marks) : undefined;
    if (all) problems.push(overLimit(all, nodePlace(source, node)));
  });
  return { marks, heaviest: heaviest && { marks: most, place: nodePlace(source, heaviest) }, problems };
}
