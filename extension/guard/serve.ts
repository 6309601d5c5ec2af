import type { ClassifiedCall } from '../sites/endpoints.ts';
import { type Answer, type Dropped, type Held, type Question, type Terms, UNKNOWN } from './channel.ts';

/** What a call that the page makes does; null when it is harmless. */
export type Judge = (call: Held) => Promise<ClassifiedCall | null>;

/**
 * What a call's fate is. `hold` tells the page's side to wait for a person; call it before showing a prompt. `stands` says whether
 * the page still waits.
 */
export type Decide = (
  call: ClassifiedCall,
  hold: () => void,
  stands: () => boolean,
) => Promise<{ allow: true } | { allow: false; message: string }>;

/**
 * The isolated end of the guard: answers every question of the MAIN world with what `decide` says of what `judge` finds. When
 * `decide` fails the answer is `terms.onUnknown`; what nobody could judge is blocked. `report` is told of either.
 * @returns a function that changes the terms, e.g. after a new policy
 */
export function serveGuard(
  port: MessagePort,
  terms: Omit<Terms, 'terms'>,
  judge: Judge,
  decide: Decide,
  report: (error: unknown) => void,
  signal: AbortSignal,
): (terms: Omit<Terms, 'terms'>) => void {
  let current = terms;
  const tell = (answer: Answer): void => {
    if (!signal.aborted) port.postMessage(answer);
  };
  const change = (next: Omit<Terms, 'terms'>): void => {
    current = next;
    port.postMessage({ terms: true, ...next } satisfies Terms);
  };
  const standing = new Set<number>();
  const answer = async ({ id, call }: Question): Promise<void> => {
    standing.add(id);
    let unknown: Terms['onUnknown'] = 'block';
    try {
      const act = await judge(call);
      unknown = current.onUnknown;
      if (!act) return tell({ id, outcome: 'allow' });
      const fate = await decide(
        act,
        () => tell({ id, outcome: 'holding' }),
        () => standing.has(id),
      );
      tell(fate.allow ? { id, outcome: 'allow' } : { id, outcome: 'block', message: fate.message });
    } catch (error) {
      report(error);
      tell(unknown === 'allow' ? { id, outcome: 'allow' } : { id, outcome: 'block', message: UNKNOWN });
    } finally {
      standing.delete(id);
    }
  };
  // The other end is our own script in a world that pages cannot reach; its messages have our types.
  port.onmessage = ({ data }: MessageEvent<Question | Dropped>) => {
    if ('dropped' in data) standing.delete(data.id);
    else void answer(data);
  };
  signal.addEventListener('abort', () => port.close(), { once: true });
  change(terms);
  return change;
}
