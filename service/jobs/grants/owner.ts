import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

/** Names this process in leases, so that a process started later on the same machine can tell whether it still lives. */
export const thisOwner = (): string => [hostname(), process.pid, randomUUID()].join('/');

/**
 * Which owners are certainly dead: those of this machine whose process is gone, or whose process number is ours by now.
 * Of owners on other machines nothing is known: their leases run out by themselves.
 */
export function deadOwners(
  owners: readonly string[],
  self: string,
  isAlive: (pid: number) => boolean = processIsAlive,
): string[] {
  return owners.filter((owner) => {
    if (owner === self) return false;
    const [host, pid] = owner.split('/');
    if (host !== hostname()) return false;
    const number = Number(pid);
    return number === process.pid || !isAlive(number);
  });
}

function processIsAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
