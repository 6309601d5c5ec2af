import { watch } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.ts';
import type { Stage } from './stage.ts';

/**
 * `npm run dev`: starts the service again when its sources change, and builds the panel and the extension again when theirs
 * do (reload the page, or the extension, to see it). Answers what stops watching.
 */
export function watchSources(
  stage: Stage,
  build: (say: (line: string) => void) => Promise<void>,
  say: (line: string) => void,
): () => void {
  let changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let busy = Promise.resolve();

  const act = async (parts: ReadonlySet<string>): Promise<void> => {
    if (parts.has('core') || parts.has('service')) {
      await stage.service.stop();
      await stage.restartService();
      say('The service runs the new sources.');
    }
    await build(say);
  };
  const settle = () => {
    const parts = changed;
    changed = new Set();
    busy = busy.then(() => act(parts)).catch((error: Error) => say(error.message));
  };
  const watchers = ['core', 'service', 'extension', 'admin-panel'].map((folder) =>
    watch(join(root, folder), { recursive: true }, (_event, file) => {
      if (file?.includes('.test.')) return;
      changed.add(folder);
      // An editor saves several times in a moment.
      clearTimeout(timer);
      timer = setTimeout(settle, 300);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
