import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { startLoop } from './loop.ts';

const fail = (error: unknown) => {
  throw error;
};

describe('startLoop', () => {
  it('runs at once, then only when woken', async () => {
    let runs = 0;
    const run = async () => void runs++;
    const loop = startLoop({ name: 'test', run, pause: async () => 60_000, onError: fail });
    await sleep(10);
    expect(runs).toBe(1);
    loop.wake();
    await sleep(10);
    expect(runs).toBe(2);
    await loop.stop();
  });

  it('runs once more when it is woken during a run, and never twice at once', async () => {
    let runs = 0;
    let together = 0;
    let most = 0;
    const loop = startLoop({
      name: 'test',
      run: async () => {
        runs++;
        most = Math.max(most, ++together);
        await sleep(20);
        together--;
      },
      pause: async () => 60_000,
      onError: fail,
    });
    await sleep(5);
    loop.wake();
    loop.wake();
    await sleep(70);
    expect({ runs, most }).toEqual({ runs: 2, most: 1 });
    await loop.stop();
  });

  it('reports a run that failed and goes on', async () => {
    const errors: unknown[] = [];
    let runs = 0;
    const loop = startLoop({
      name: 'test',
      run: async () => {
        if (runs++ === 0) throw new Error('first');
      },
      pause: async () => 60_000,
      onError: (error) => errors.push(error),
    });
    await sleep(10);
    expect(errors).toHaveLength(1);
    loop.wake();
    await sleep(10);
    expect(runs).toBe(2);
    await loop.stop();
  });

  it('stops after the run that is going on, and runs no more', async () => {
    let ended = false;
    const loop = startLoop({
      name: 'test',
      run: async (signal) => {
        await sleep(30);
        ended = signal.aborted;
      },
      pause: async () => 0,
      onError: fail,
    });
    await sleep(5);
    await loop.stop();
    expect(ended).toBe(true);
  });
});
