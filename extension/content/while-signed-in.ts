import type { IntentOnPage } from '../../core/contract/messages.ts';
import type { IdentityView } from '../../core/identity/index.ts';
import type { Effect } from '../../core/licence/index.ts';
import { type BadgeDeps, identityBadges } from '../features/identity-badges/index.ts';
import { type LicenceWarningsDeps, licenceWarnings } from '../features/licence-warnings/index.ts';
import { need } from '../on-demand/need.ts';
import { onNotice } from '../platform/notices.ts';
import { send } from '../platform/send.ts';
import { startContent } from './content.ts';
import { report } from './report.ts';

/** As `MAX_PEOPLE` of the contract. */
const MOST_PEOPLE = 200;

/** Null, and a word where developers look, when it does not work. */
async function orReport<T>(feature: string, run: () => Promise<T | null>): Promise<T | null> {
  try {
    return await run();
  } catch (error) {
    report(feature)(error);
    return null;
  }
}

const deps: BadgeDeps & LicenceWarningsDeps = {
  resolve: async ({ accountIds, emailHashes }) => {
    const known = new Map<string, IdentityView>();
    const parts = Math.ceil(Math.max(accountIds.length, emailHashes.length) / MOST_PEOPLE);
    for (let part = 0; part < parts; part += 1) {
      const [from, to] = [part * MOST_PEOPLE, (part + 1) * MOST_PEOPLE];
      const answer = await send('resolve', {
        accountIds: accountIds.slice(from, to),
        emailHashes: emailHashes.slice(from, to),
      });
      for (const identity of answer.identities) known.set(identity.accountId, identity);
      for (const { emailHash, identity } of answer.byEmailHash) known.set(emailHash, identity);
    }
    return known;
  },
  preview: (intent: IntentOnPage): Promise<Effect | null> =>
    orReport('licence-warnings', async () => (await send('preview', intent)).effect),
  noteKit: () => orReport('licence-warnings', async () => (await need('overlays')).noteKit),
  hoverCard: () => orReport('identity-badges', async () => (await need('overlays')).hoverCard()),
  report: report('identity-badges'),
};

/** Runs what needs the service, for as long as somebody is signed in: badges and licence warnings. */
export function startWhileSignedIn(signal: AbortSignal): void {
  let running: AbortController | null = null;

  const look = async (): Promise<void> => {
    const { signedIn } = await send('ready', {});
    if (signal.aborted) return;
    if (!signedIn) running?.abort();
    else if (running === null || running.signal.aborted) {
      running = new AbortController();
      const both = AbortSignal.any([signal, running.signal]);
      startContent<BadgeDeps & LicenceWarningsDeps>([identityBadges, licenceWarnings], deps, both, (feature, error) =>
        report(feature)(error),
      );
    }
  };
  const lookSafely = (): void => void look().catch(report('start'));

  onNotice(({ notice }) => {
    if (notice === 'session-changed') lookSafely();
  }, signal);
  lookSafely();
}
