import { z } from 'zod';
import { CheckAnswer, IntentOnPage, PromptContent, PromptToken } from '../../core/contract/messages.ts';
import type { FramePlace } from '../platform/sender.ts';
import { slot } from '../platform/slot.ts';
import { turns } from '../platform/turns.ts';
import { Failure } from './failure.ts';
import { fairly } from './fairly.ts';

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

/**
 * Acts of a page that wait for their turn (`features/access-block/gate.ts`) keep what was decided, and some more that come meanwhile.
 * Nobody reads more than a few prompts of a page, and no page may end those of another: whoever has most loses its oldest. `ofTab` is for
 * the frames of a tab. All of it together, at 200 people each, stays below the 10 MB that the browser keeps for us.
 */
const MOST = { ofFrame: 16, ofTab: 8, inAll: 60 };

const prompts = slot('session', 'prompts', z.array(Prompt));
const checks = slot('session', 'checked', z.array(Checked));

const inTurn = turns();

const same = (one: FramePlace, other: FramePlace): boolean =>
  one.tabId === other.tabId && one.frameId === other.frameId;

/** What is kept of a list, newest first, that pages fill. The page of a tab itself makes no room for the frames in it. */
function bounded<T>(list: readonly T[], of: (one: T) => FramePlace): T[] {
  const tab = (one: T): number => of(one).tabId;
  const frame = (one: T): string => JSON.stringify([of(one).tabId, of(one).frameId]);
  const ofFrames = [...Map.groupBy(list, frame).values()].flatMap((ofFrame) => ofFrame.slice(0, MOST.ofFrame));
  const inFrames = ofFrames.filter((one) => of(one).frameId !== 0);
  const kept = new Set([
    ...ofFrames.filter((one) => of(one).frameId === 0),
    ...[...Map.groupBy(inFrames, tab).values()].flatMap((ofTab) => fairly(ofTab, frame, MOST.ofTab)),
  ]);
  return fairly(
    list.filter((one) => kept.has(one)),
    tab,
    MOST.inAll,
  );
}

/** Keeps what was decided about an act of a page: a prompt says this, never what a page says was decided. */
export const rememberChecked = (at: FramePlace, intent: IntentOnPage, answer: CheckAnswer): Promise<void> =>
  inTurn(async () => {
    const kept = (await checks.get()) ?? [];
    await checks.set(bounded([{ at, intent, ...answer }, ...kept], (one) => one.at));
  });

/** The newest decision about just this act in this frame. */
export async function checkedIn(at: FramePlace, intent: IntentOnPage): Promise<Checked | null> {
  const act = JSON.stringify(intent);
  return ((await checks.get()) ?? []).find((one) => same(one.at, at) && JSON.stringify(one.intent) === act) ?? null;
}

export const keepPrompt = (prompt: Prompt): Promise<void> =>
  inTurn(async () => {
    const others = ((await prompts.get()) ?? []).filter(({ token }) => token !== prompt.token);
    await prompts.set(bounded([prompt, ...others], ({ over }) => over));
  });

export const forgetPrompt = (token: string): Promise<void> =>
  inTurn(async () => {
    await prompts.set(((await prompts.get()) ?? []).filter((prompt) => prompt.token !== token));
  });

/** Takes a prompt away for its answer; throws where it was answered or dropped already. Of two presses one gets it. */
export const spendPrompt = (token: string): Promise<void> =>
  inTurn(async () => {
    await promptWith(token);
    await prompts.set(((await prompts.get()) ?? []).filter((prompt) => prompt.token !== token));
  });

/** A closed tab prompts no more; a prompt that a window of its own has taken over stays. Answers those that ended with it. */
export const forgetTab = (tabId: number): Promise<readonly Prompt[]> =>
  inTurn(async () => {
    await checks.set(((await checks.get()) ?? []).filter(({ at }) => at.tabId !== tabId));
    const kept = (await prompts.get()) ?? [];
    await prompts.set(kept.filter(({ inTab }) => inTab !== tabId));
    return kept.filter(({ inTab }) => inTab === tabId);
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

/** A prompt that was moved to a window of its own, for where it stood before; null for everybody else. */
export async function promptMovedFrom(token: string, from: FramePlace | null): Promise<Prompt | null> {
  const prompt = await promptWith(token);
  return from !== null && prompt.inTab !== from.tabId && prompt.over.tabId === from.tabId ? prompt : null;
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
