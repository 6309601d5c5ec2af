import type { IdentityView } from '../../../core/identity/index.ts';
import { sayIn } from '../../../core/words/index.ts';
import { startContent } from '../../../extension/content/content.ts';
import { identityBadges } from '../../../extension/features/identity-badges/index.ts';
import { nameOf } from '../../../extension/platform/catalogue.ts';
import { speak } from '../../../extension/words/say.ts';

const kinds = [
  { type: 'managed', label: 'Managed' },
  { type: 'external', label: 'External' },
  { type: 'portal-only', label: 'Portal-only' },
  { type: 'app', label: 'App' },
] as const;

/** In place of the browser, which keeps the messages; parsed one by one when they are said, as they ship. */
export function speakFrom(file: Readonly<Record<string, { readonly message: string }>>): void {
  speak(sayIn((key) => JSON.parse(file[nameOf(key)]?.message ?? 'null'), 'en-US'));
}

/** The content side as it ships, with a resolver that knows everybody. */
export function start(): void {
  const resolve = async ({ accountIds }: { readonly accountIds: readonly IdentityView['accountId'][] }) => {
    // The background's answer is a message, and so a task of its own.
    await new Promise((next) => setTimeout(next));
    return new Map(
      accountIds.map((accountId, index) => {
        const { type, label } = kinds[index % kinds.length] ?? kinds[0];
        const view: IdentityView = {
          accountId,
          type,
          subStates: [],
          reasons: ['Because the benchmark says so.'],
          label,
        };
        return [accountId as string, view] as const;
      }),
    );
  };
  startContent(
    [identityBadges],
    { resolve, report: console.error, isWanted: () => true, hoverCard: async () => null },
    new AbortController().signal,
    console.error,
  );
}
