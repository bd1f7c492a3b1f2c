import { readFileSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** How a test starts programs: itself, or with what several of them do it with. */
const startsPrograms = /from '(?:node:child_process|\.\.?\/(?:.*\/)?(?:repository|scenario|warm)\.ts)'/;

/**
 * Files that start programs run first, while workers are small: to start one, all of the memory that a worker holds is
 * copied page by page, and after half of the tests that takes longer than most programs do. Within both, the order of Vitest.
 */
export class ProgramsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const inOrder = await super.sort(files);
    const first = new Set(
      inOrder.filter(({ moduleId }) => startsPrograms.test(readFileSync(moduleId, 'utf8'))),
    );
    return [...first, ...inOrder.filter((file) => !first.has(file))];
  }
}
