import type { Reads } from '../../core/ports/store.ts';

type Directory = Pick<Reads, 'directory'>;

/** The same directory for a list of requests: what is the same for all of them is read once. */
export function readOnce({ directory }: Directory): Directory {
  return {
    directory: {
      ...directory,
      organization: once(directory.organization),
      groups: once(directory.groups),
      roles: once(directory.roles),
      seats: once(directory.seats),
    },
  };
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | null = null;
  return () => {
    answer ??= read();
    return answer;
  };
}
