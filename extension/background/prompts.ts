import { z } from 'zod';
import { CheckAnswer, IntentOnPage, PromptContent, PromptToken } from '../../core/contract/messages.ts';
import type { FramePlace } from '../platform/sender.ts';
import { slot } from '../platform/slot.ts';
import { Failure } from './failure.ts';

const Place = z.object({ tabId: z.number().int(), frameId: z.number().int() });

/** A prompt that stands somewhere. In session storage: the worker may die while somebody reads. */
export const Prompt = z.object({
  token: PromptToken,
  /** The page whose act waits. */
  over: Place,
  /** The tab that may take the token, once. */
  inTab: z.number().int(),
  /** Where it was taken; null until then. */
  takenBy: Place.nullable(),
  /** Of the request that may come of it. */
  requestKey: z.uuid(),
  content: PromptContent,
});
export type Prompt = z.infer<typeof Prompt>;

const Checked = CheckAnswer.extend({ at: Place, intent: IntentOnPage });
type Checked = z.infer<typeof Checked>;

/** A prompt stands in one tab at a time, and nobody reads more than a few. */
const MOST = 20;

const prompts = slot('session', 'prompts', z.array(Prompt));
const checks = slot('session', 'checked', z.array(Checked));

/** One worker, one change at a time: two answers at once must not undo each other. */
let queue: Promise<unknown> = Promise.resolve();
function inTurn<T>(run: () => Promise<T>): Promise<T> {
  const done = queue.then(run, run);
  queue = done.catch(() => undefined);
  return done;
}

const same = (one: FramePlace, other: FramePlace): boolean =>
  one.tabId === other.tabId && one.frameId === other.frameId;

/** Keeps what was decided about an act of a page: a prompt says this, never what a page says was decided. */
export const rememberChecked = (at: FramePlace, intent: IntentOnPage, answer: CheckAnswer): Promise<void> =>
  inTurn(async () => {
    const kept = (await checks.get()) ?? [];
    await checks.set([{ at, intent, ...answer }, ...kept].slice(0, MOST));
  });

/** The newest decision about just this act in this frame. */
export async function checkedIn(at: FramePlace, intent: IntentOnPage): Promise<Checked | null> {
  const act = JSON.stringify(intent);
  return ((await checks.get()) ?? []).find((one) => same(one.at, at) && JSON.stringify(one.intent) === act) ?? null;
}

export const keepPrompt = (prompt: Prompt): Promise<void> =>
  inTurn(async () => {
    const others = ((await prompts.get()) ?? []).filter(({ token }) => token !== prompt.token);
    await prompts.set([prompt, ...others].slice(0, MOST));
  });

export const forgetPrompt = (token: string): Promise<void> =>
  inTurn(async () => {
    await prompts.set(((await prompts.get()) ?? []).filter((prompt) => prompt.token !== token));
  });

const ended = (): Failure => new Failure('not-allowed', 'This prompt has ended. Nothing was sent.');

async function promptWith(token: string): Promise<Prompt> {
  const found = ((await prompts.get()) ?? []).find((prompt) => prompt.token === token);
  if (!found) throw ended();
  return found;
}

/** The prompt of a token for whoever took it; throws for everybody else. */
export async function promptOf(token: string, from: FramePlace | null): Promise<Prompt> {
  const prompt = await promptWith(token);
  if (from === null || prompt.takenBy === null || !same(prompt.takenBy, from)) throw ended();
  return prompt;
}

/** Takes a token, once, in the tab it was made for. */
export const takePrompt = (token: string, from: FramePlace | null): Promise<Prompt> =>
  inTurn(async () => {
    const prompt = await promptWith(token);
    if (from === null || prompt.takenBy !== null || prompt.inTab !== from.tabId) throw ended();
    const taken = { ...prompt, takenBy: from };
    await prompts.set(((await prompts.get()) ?? []).map((one) => (one.token === token ? taken : one)));
    return taken;
  });

/** The prompt that stands over this page; throws when it is another page's. */
export async function promptOver(token: string, over: FramePlace | null): Promise<Prompt> {
  const prompt = await promptWith(token);
  if (over === null || !same(prompt.over, over)) throw ended();
  return prompt;
}
