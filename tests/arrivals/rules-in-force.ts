import type { Worker } from 'playwright-core';
import type { ArrivalsWorld } from './world.ts';

export interface Question {
  readonly url: string;
  readonly method: string;
  readonly type: string;
  readonly initiator?: string;
}

/** The extension's worker, where the browser's own answers about its rules are to be had. */
async function workerOf({ context }: ArrivalsWorld): Promise<Worker> {
  return context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker');
}

/** Which of these requests no rule stops, by the browser's own matching. Only unpacked extensions may ask that. */
export async function letPass(world: ArrivalsWorld, questions: readonly Question[]): Promise<Question[]> {
  const worker = await workerOf(world);
  const matched = await worker.evaluate(
    (all) =>
      Promise.all(
        all.map(async (question) => {
          const outcome = await chrome.declarativeNetRequest.testMatchOutcome(
            question as chrome.declarativeNetRequest.TestMatchRequestDetails,
          );
          return outcome.matchedRules.length > 0;
        }),
      ),
    [...questions],
  );
  return questions.filter((_, index) => !matched[index]);
}

/** The rules in force, and those of `wanted` patterns that this browser cannot run. */
export async function rulesInForce(world: ArrivalsWorld): Promise<readonly chrome.declarativeNetRequest.Rule[]> {
  return (await workerOf(world)).evaluate(() => chrome.declarativeNetRequest.getDynamicRules());
}
