import type { IntentOnPage } from '../../../core/contract/messages/index.ts';
import { addressKey, isNamed, type Whom } from '../../../core/identity/index.ts';
import { type Decision, isAboutActor } from '../../../core/policy/index.ts';

/** A click and what it causes come this close together. */
export const SAME_ACT_MS = 15_000;

/** A click that was let through, and what of it no call has used yet. */
interface Pass {
  readonly click: IntentOnPage;
  readonly decision: Pick<Decision, 'outcome' | 'ruleIds'>;
  left: readonly Whom[];
  readonly until: number;
}

/** Different words of pages and calls for one thing: bringing people in. */
const bringsIn: ReadonlySet<string> = new Set(['invite', 'share-with-new-person', 'add-to-project']);

/**
 * What was let through as a click is let through as a call, so that nobody is asked twice about one act. A pass is for the people
 * whom the click named and each of them once; an act without people is for one call. People nobody could read have no pass: two
 * such acts are never known to be the same.
 */
export class Passes {
  #passes: Pass[] = [];

  give(click: IntentOnPage, decision: Pass['decision'], now: number): void {
    const named = click.targets.filter(isNamed);
    if (named.length === 0 && !isForOneself(click)) return;
    this.#passes.push({ click, decision, left: named, until: now + SAME_ACT_MS });
  }

  /**
   * Whether a click announced just this call; the pass is used up by it. Not to be asked about a call whose project or space is named in a
   * way that nobody can read: where it is decides too, so it is checked, and then perhaps explained already.
   */
  take(call: IntentOnPage, now: number): boolean {
    const pass = this.#passFor(
      call,
      now,
      ({ click }) => click.intent === call.intent && click.product === call.product && click.cloudId === call.cloudId,
    );
    if (pass === undefined) return false;
    this.#spend(pass, call);
    return true;
  }

  /**
   * As `take`, for a call that says otherwise than its click what it does, in which app or on which site, as pages and calls do of one
   * thing: the same decision was explained to the person already.
   */
  takeExplained(call: IntentOnPage, { outcome, ruleIds }: Pick<Decision, 'outcome' | 'ruleIds'>, now: number): boolean {
    const pass = this.#passFor(
      call,
      now,
      ({ click, decision }) =>
        (click.product === null || click.product === call.product) &&
        decision.outcome === outcome &&
        decision.ruleIds.join() === ruleIds.join(),
    );
    if (pass === undefined) return false;
    this.#spend(pass, call);
    return true;
  }

  #passFor(call: IntentOnPage, now: number, fits: (pass: Pass) => boolean): Pass | undefined {
    this.#passes = this.#passes.filter(({ until }) => until > now);
    return this.#passes.find((pass) => fits(pass) && covers(pass.click, pass.left, call));
  }

  #spend(pass: Pass, call: IntentOnPage): void {
    pass.left = pass.left.filter((whom) => !call.targets.some((target) => isSame(whom, target)));
    if (pass.left.length === 0) this.#passes = this.#passes.filter((other) => other !== pass);
  }
}

/** Whether everybody it aims at is known by name, so that an act which reads the same is the same. */
export const namesItsPeople = (intent: IntentOnPage): boolean =>
  isForOneself(intent) || (intent.targets.length > 0 && intent.targets.every(isNamed));

const isForOneself = ({ intent, targets }: IntentOnPage): boolean => targets.length === 0 && isAboutActor(intent);

/** The same kind of act, begun on the same site, and for nobody but those who are left. */
function covers(click: IntentOnPage, left: readonly Whom[], call: IntentOnPage): boolean {
  const same = click.intent === call.intent || (bringsIn.has(click.intent) && bringsIn.has(call.intent));
  if (!same || click.siteHost !== call.siteHost) return false;
  // Most calls leave their place to the page; one that says another key is another act.
  if (call.container !== null && call.container.toUpperCase() !== click.container?.toUpperCase()) return false;
  if (call.targets.length === 0) return isForOneself(click) && isForOneself(call);
  return call.targets.every((target) => isNamed(target) && left.some((whom) => isSame(whom, target)));
}

const isSame = (one: Whom, other: Whom): boolean =>
  (one.accountId !== null && one.accountId === other.accountId) ||
  (one.email !== null && other.email !== null && addressKey(one.email) === addressKey(other.email));
