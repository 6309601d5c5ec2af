import type { IdentityView } from '../../../core/identity/view.ts';
import type { AccountId } from '../../../core/ids.ts';
import type { PersonRef } from '../../sites/person.ts';

export interface PeopleAsked {
  readonly accountIds: readonly AccountId[];
  readonly emailHashes: readonly string[];
}

/** Answers by account id or e-mail hash, whichever was asked; who is not known is left out. */
export type Resolve = (asked: PeopleAsked) => Promise<ReadonlyMap<string, IdentityView>>;

/** After a failure nothing is asked again for this long: a service that is down is not helped by questions. */
const REST_MS = 10_000;

/** What is known about the people of this page. Asks once for each, in one question a burst. */
export class Identities {
  readonly #resolve: Resolve;
  readonly #report: (error: unknown) => void;
  readonly #known = new Map<string, IdentityView | null>();
  readonly #asking = new Set<string>();
  #restUntil = 0;

  constructor(resolve: Resolve, report: (error: unknown) => void) {
    this.#resolve = resolve;
    this.#report = report;
  }

  /** Undefined: not asked yet. Null: asked, and nobody knows. */
  get(key: string): IdentityView | null | undefined {
    return this.#known.get(key);
  }

  /** Asks for everybody in `people` that is not known. @returns whether anything new was learnt */
  async learn(people: readonly PersonRef[]): Promise<boolean> {
    if (performance.now() < this.#restUntil) return false;
    const accountIds = new Set<AccountId>();
    const emailHashes = new Set<string>();
    for (const { accountId, emailHash } of people) {
      const key = accountId ?? emailHash;
      if (key === null || this.#known.has(key) || this.#asking.has(key)) continue;
      if (accountId) accountIds.add(accountId);
      else if (emailHash) emailHashes.add(emailHash);
    }
    const keys = [...accountIds, ...emailHashes];
    if (keys.length === 0) return false;
    for (const key of keys) this.#asking.add(key);
    try {
      const views = await this.#resolve({ accountIds: [...accountIds], emailHashes: [...emailHashes] });
      for (const key of keys) this.#known.set(key, views.get(key) ?? null);
      return true;
    } catch (error) {
      this.#restUntil = performance.now() + REST_MS;
      this.#report(error);
      return false;
    } finally {
      for (const key of keys) this.#asking.delete(key);
    }
  }

  /** Forgets everything, e.g. when somebody signed in. */
  clear(): void {
    this.#known.clear();
  }
}
