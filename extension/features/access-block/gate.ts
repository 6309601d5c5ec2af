import type { IntentOnPage, MessageOutput } from '../../../core/contract/messages.ts';
import type { Effect } from '../../../core/licence/index.ts';
import type { Decision } from '../../../core/policy/index.ts';

export type Checked = MessageOutput<'check'>;

export interface GateDeps {
  /** Asks the background. May reject; `isUnprotected` then says whether nothing was ever configured. */
  readonly check: (intent: IntentOnPage) => Promise<Checked>;
  readonly isUnprotected: (error: unknown) => boolean;
  /** Shows the prompt of a decision that stops. `proceed` when the person may and does go on. */
  readonly prompt: (intent: IntentOnPage, decision: Decision, effect: Effect | null) => Promise<'proceed' | 'closed'>;
  /** Shows that the check itself failed: the action stays stopped. */
  readonly failed: (intent: IntentOnPage, error: unknown) => Promise<void>;
  readonly now: () => number;
}

export interface Gate {
  /** Whether the intent may go on. Asks the policy, and the person when the policy says so. */
  admit(intent: IntentOnPage): Promise<boolean>;
}

/** A click and the call it causes come this close together. */
const SAME_ACT_MS = 15_000;

/**
 * One gate for clicks and for the calls the guard holds. What was let through as a click is let through as a call for a
 * moment, so that nobody is asked twice about one act; a call that aims at more people than the click did is a new act.
 */
export function createGate(deps: GateDeps): Gate {
  let passes: { readonly intent: IntentOnPage; readonly until: number }[] = [];

  const admitted = (intent: IntentOnPage): true => {
    passes.push({ intent, until: deps.now() + SAME_ACT_MS });
    return true;
  };

  return {
    async admit(intent) {
      passes = passes.filter(({ until }) => until > deps.now());
      if (passes.some((pass) => covers(pass.intent, intent))) return true;
      let checked: Checked;
      try {
        checked = await deps.check(intent);
      } catch (error) {
        if (deps.isUnprotected(error)) return true;
        await deps.failed(intent, error);
        return false;
      }
      const { decision, effect } = checked;
      if (decision.outcome === 'allow') return admitted(intent);
      const end = await deps.prompt(intent, decision, effect);
      return end === 'proceed' && decision.outcome !== 'block' ? admitted(intent) : false;
    },
  };
}

/** Different words of pages and calls for one thing: bringing people in. */
const bringsIn: ReadonlySet<string> = new Set(['invite', 'share-with-new-person', 'add-to-project']);

/** True when the call does nothing that the click had not announced: the same kind of act, and nobody new. */
export function covers(click: IntentOnPage, call: IntentOnPage): boolean {
  const same = click.intent === call.intent || (bringsIn.has(click.intent) && bringsIn.has(call.intent));
  if (!same || click.siteHost !== call.siteHost) return false;
  // A call often names its place by a number that no page tells; one that says another key is another act.
  if (call.container !== null && call.container.toUpperCase() !== click.container?.toUpperCase()) return false;
  return call.targets.every((target) =>
    click.targets.some(
      (announced) =>
        (target.email !== null && announced.email?.toLowerCase() === target.email.toLowerCase()) ||
        (target.accountId !== null && announced.accountId === target.accountId),
    ),
  );
}
