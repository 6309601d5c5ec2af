import { alwaysBlocked, type PolicyBundle } from '../../core/policy/bundle.ts';
import type { Intent } from '../../core/policy/intent.ts';
import { type NetworkRule, replaceRules } from '../platform/dynamic-rules.ts';
import { extensionUrl } from '../platform/lifecycle.ts';

/** A call or navigation that gives access by its address alone. */
export interface NetworkCall {
  readonly kind: 'call' | 'navigation';
  readonly method: string;
  /** RE2 source over the whole address. */
  readonly url: string;
  readonly intent: Intent;
}

const everything = ['xmlhttprequest', 'ping', 'other', 'main_frame', 'sub_frame'] as const;

/** Each row has two ids of its own, whichever rows are in force, so that a rule keeps its id from one policy to the next. */
const idsOf = (row: number) => ({ first: row * 2 + 1, second: row * 2 + 2 });

/**
 * The wall: rules that the browser itself enforces, with no script of ours running. A call is blocked by method and
 * address; a navigation is led to the page that explains it, and blocked inside frames.
 * @param blockedPage address of that page
 */
export function networkRules(
  calls: readonly NetworkCall[],
  blocked: readonly Intent[],
  blockedPage: string,
): NetworkRule[] {
  return calls.flatMap((call, row): NetworkRule[] => {
    if (!blocked.includes(call.intent)) return [];
    const { first, second } = idsOf(row);
    const condition = { regexFilter: call.url, requestMethods: [call.method.toLowerCase()] };
    if (call.kind === 'call')
      return [
        {
          id: first,
          priority: 1,
          action: { type: 'block' },
          condition: { ...condition, resourceTypes: [...everything] },
        } as NetworkRule,
      ];
    // `\0` is the whole address that was stopped; in the fragment it needs no encoding and reaches no server.
    const regexSubstitution = `${blockedPage}?intent=${call.intent}#\\0`;
    return [
      {
        id: first,
        priority: 2,
        action: { type: 'redirect', redirect: { regexSubstitution } },
        condition: { ...condition, resourceTypes: ['main_frame'] },
      },
      { id: second, priority: 1, action: { type: 'block' }, condition: { ...condition, resourceTypes: ['sub_frame'] } },
    ] as NetworkRule[];
  });
}

/** Puts the rules of a policy in place. An unchanged set is not written. @param now ISO date-time */
export async function applyNetworkRules(bundle: PolicyBundle, now: string): Promise<void> {
  const rules = networkRules(networkCalls, alwaysBlocked(bundle, now), extensionUrl('blocked/index.html'));
  await replaceRules(rules);
}

const networkCalls: readonly NetworkCall[] = [];
