import { createRequire } from 'node:module';
import type { Frame } from 'playwright-core';

/** What axe finds wrong, as "rule: element", inside a frame that it does not find from the page: it stands in a closed root. */
export async function faultsIn(frame: Frame): Promise<string[]> {
  const { source } = createRequire(import.meta.resolve('@axe-core/playwright'))('axe-core') as { source: string };
  await frame.evaluate(source);
  return frame.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  });
}
