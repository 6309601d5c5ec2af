import { z } from 'zod';
import { CheckAnswer, type IntentOnPage, PromptContent, PromptToken } from '../../core/contract/messages/index.ts';
import type { FramePlace } from '../platform/sender.ts';
import { turns } from '../platform/turns.ts';
import { say } from '../words/say.ts';
import { Failure } from './failure.ts';
import { pageStore } from './page-store.ts';

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
  /** For whom, and by which policy, it was decided: `basisOfDecisions`. */
  basis: z.string(),
  content: PromptContent,
});
export type Prompt = z.infer<typeof Prompt>;

/**
 * Acts of a page that wait for their turn (`features/access-block/gate.ts`) keep what was decided, and some more that come meanwhile.
 * Nobody reads more than a few prompts of a page, and no page may end those of another: whoever has most loses its oldest. Both together
 * stay below the 10 MB that the browser keeps for us; one act names 200 people at the most, in some 400 KB.
 */
const checks = pageStore('checked', CheckAnswer, { ofFrame: 16, ofTab: 8, inAll: 60, bytes: 2_000_000 });
const prompts = pageStore('prompts', Prompt, { ofFrame: 4, ofTab: 8, inAll: 60, bytes: 4_000_000 });

const inTurn = turns();

const same = (one: FramePlace, other: FramePlace): boolean =>
  one.tabId === other.tabId && one.frameId === other.frameId;

/** What a decision about an act in a frame is kept under: the act itself may be long. */
async function actIn({ tabId, frameId }: FramePlace, intent: IntentOnPage): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(intent)));
  return `${tabId}/${frameId}/${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}

/** Keeps what was decided about an act of a page: a prompt says this, never what a page says was decided. */
export const rememberChecked = (at: FramePlace, intent: IntentOnPage, answer: CheckAnswer): Promise<void> =>
  inTurn(async () => checks.put(await actIn(at, intent), at, answer));

/** The newest decision about just this act in this frame. */
export const checkedIn = async (at: FramePlace, intent: IntentOnPage): Promise<CheckAnswer | null> =>
  checks.get(await actIn(at, intent));

export const keepPrompt = (prompt: Prompt): Promise<void> =>
  inTurn(() => prompts.put(prompt.token, prompt.over, prompt));

export const forgetPrompt = (token: string): Promise<void> => inTurn(() => prompts.remove([token]));

/** Takes a prompt away for its answer; throws where it was answered or dropped already. Of two presses one gets it. */
export const spendPrompt = (token: string): Promise<void> =>
  inTurn(async () => {
    await promptWith(token);
    await prompts.remove([token]);
  });

/** A closed tab prompts no more; a prompt that a window of its own has taken over stays. Answers those that ended with it. */
export const forgetTab = (tabId: number): Promise<readonly Prompt[]> =>
  inTurn(async () => {
    await checks.remove((await checks.entries()).filter((one) => one.tabId === tabId).map(({ id }) => id));
    const kept = await Promise.all((await prompts.entries()).map(({ id }) => prompts.get(id)));
    const gone = kept.filter((prompt) => prompt?.inTab === tabId).filter((prompt) => prompt !== null);
    await prompts.remove(gone.map(({ token }) => token));
    return gone;
  });

const ended = (): Failure => new Failure('not-allowed', say('failure.prompt-ended'));

async function promptWith(token: string): Promise<Prompt> {
  const found = await prompts.get(token);
  if (found === null) throw ended();
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
    await prompts.put(token, taken.over, taken);
    return taken;
  });

/** The prompt that stands over this page; throws when it is another page's. */
export async function promptOver(token: string, over: FramePlace | null): Promise<Prompt> {
  const prompt = await promptWith(token);
  if (over === null || !same(prompt.over, over)) throw ended();
  return prompt;
}
