import { type Document, isPair, isScalar, type Node, type Pair, type Scalar } from 'yaml';
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
  const weighText = (node: Scalar<string>): void => {
    const weight = weighProse(node.value);
    const excess = textExcess(node.value, weight);
    if (weight.heaviest > most) [most, heaviest] = [weight.heaviest, node];
    const before = marks;
    marks += weight.signs;
    // Of all texts together it is said once, where the limit is passed.
    const all = before <= limits.textMarks ? excessOf('textMarks', marks) : undefined;
    const over = excess ?? all;
    if (over) problems.push(overLimit(over, nodePlace(source, node)));
  };
  walkNodes(document, (node, ancestors) => {
    if (ancestors.length > limits.yamlDepth && !isDeep) {
      isDeep = true;
      problems.push(diagnostic('yaml-too-deep', {}, nodePlace(source, isPair(node) ? null : node)));
    }
    if (isPair(node)) problems.push(...longNames(node, source));
    else if (isText(node)) weighText(node);
  });
  return { marks, heaviest: heaviest && { marks: most, place: nodePlace(source, heaviest) }, problems };
}

function isText(node: unknown): node is Scalar<string> {
  return isScalar(node) && typeof node.value === 'string';
}

/** The key of a pair, or the id that it gives, where it is too long. */
function longNames({ key, value }: Pair, source: SourceFile): readonly Diagnostic[] {
  const names = isScalar(key) && key.value === 'id' ? [key, value] : [key];
  return names.filter(isText).flatMap((name) => {
    const excess = excessOf('nameLength', name.value.length);
    return excess ? [overLimit(excess, nodePlace(source, name))] : [];
  });
}
