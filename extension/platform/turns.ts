/**
 * One change at a time of something in storage: two that read before either has written would undo each other. A worker that dies
 * takes its turns with it.
 */
export function turns(): <T>(run: () => Promise<T>) => Promise<T> {
  let queue: Promise<unknown> = Promise.resolve();
  return (run) => {
    const done = queue.then(run, run);
    queue = done.catch(() => undefined);
    return done;
  };
}
