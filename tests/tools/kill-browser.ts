import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** Ends every process of the Chromium that uses this profile with SIGKILL, as a crash or a power cut would. Linux only. */
export async function killBrowser(profileDir: string): Promise<void> {
  for (let round = 0; round < 20; round++) {
    const pids = await processesOf(profileDir);
    if (pids.length === 0) return;
    for (const pid of pids) kill(pid);
    await sleep(100);
  }
  throw new Error(`Chromium with profile ${profileDir} does not end.`);
}

async function processesOf(profileDir: string): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const lines = await Promise.all(
    // A process may end while the list is read.
    pids.map(async (pid) => ({ pid, line: await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '') })),
  );
  return lines
    .filter(({ pid, line }) => pid !== process.pid && line.includes(`--user-data-dir=${profileDir}`))
    .map(({ pid }) => pid);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
