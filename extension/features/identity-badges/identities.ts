import type { IdentityView } from '../../../core/identity/index.ts';
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
  /** Questions without an answer yet, by whom they ask about. */
  readonly #asking = new Map<string, Promise<boolean>>();
  #restUntil = 0;

  constructor(resolve: Resolve, report: (error: unknown) => void) {
    this.#resolve = resolve;
    this.#report = report;
  }

  /** Undefined: not asked yet. Null: asked, and nobody knows. */
  get(key: string): IdentityView | null | undefined {
    return this.#known.get(key);
  }

  /** Asks for everybody in `people` that is not known or asked about. @returns whether anything was learnt about them */
  async learn(people: readonly PersonRef[]): Promise<boolean> {
    const accountIds = new Set<AccountId>();
    const emailHashes = new Set<string>();
    const answers = new Set<Promise<boolean>>();
    for (const { accountId, emailHash } of people) {
      const key = accountId ?? emailHash;
      if (key === null || this.#known.has(key)) continue;
      const asked = this.#asking.get(key);
      if (asked) answers.add(asked);
      else if (accountId) accountIds.add(accountId);
      else if (emailHash) emailHashes.add(emailHash);
    }
    const keys = [...accountIds, ...emailHashes];
    if (keys.length > 0 && performance.now() >= this.#restUntil) {
      const answer = this.#ask(keys, { accountIds: [...accountIds], emailHashes: [...emailHashes] }).finally(() => {
        for (const key of keys) this.#asking.delete(key);
      });
      for (const key of keys) this.#asking.set(key, answer);
      answers.add(answer);
    }
    return (await Promise.all(answers)).includes(true);
  }

  async #ask(keys: readonly string[], asked: PeopleAsked): Promise<boolean> {
    try {
      const views = await this.#resolve(asked);
      for (const key of keys) this.#known.set(key, views.get(key) ?? null);
      return true;
    } catch (error) {
      this.#restUntil = performance.now() + REST_MS;
      this.#report(error);
      return false;
    }
  }
}
