import type { BadgeChoice, IntentOnPage, Preview } from '../../core/contract/messages/index.ts';
import type { IdentityView } from '../../core/identity/index.ts';
import { type Feature, startContent } from '../content/content.ts';
import { report } from '../content/report.ts';
import { belongs } from '../features/identity-badges/face.ts';
import { type BadgeDeps, identityBadges } from '../features/identity-badges/index.ts';
import { type LicenceWarningsDeps, licenceWarnings } from '../features/licence-warnings/index.ts';
import { onNotice } from '../platform/notices.ts';
import { send } from '../platform/send.ts';
import { learnProvidedLabels } from './learn-labels.ts';
import { need } from './need.ts';
import { provide } from './shelf.ts';

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

const deps: Omit<BadgeDeps, 'isWanted'> & LicenceWarningsDeps = {
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
  preview: (intent: IntentOnPage): Promise<Preview | null> =>
    orReport('licence-warnings', () => send('preview', intent)),
  noteKit: () => orReport('licence-warnings', async () => (await need('overlays')).noteKit),
  onRequests: (look, signal) => onNotice(({ notice }) => notice === 'requests-changed' && look(), signal),
  hoverCard: () => orReport('identity-badges', async () => (await need('overlays')).hoverCard()),
  report: report('identity-badges'),
};

/** The labels may come later than this script. */
const languages: Feature<unknown> = {
  name: 'languages',
  start: (page) => page.onPass(learnProvidedLabels),
};

/** What is drawn into pages beside their own people and buttons: badges and licence notes. They need the service, so somebody signed in. */
const marks = {
  start: (signal: AbortSignal, badges: BadgeChoice): void =>
    startContent<BadgeDeps & LicenceWarningsDeps>(
      [languages, ...(badges === 'off' ? [] : [identityBadges]), licenceWarnings],
      { ...deps, isWanted: (view) => badges === 'all' || !belongs(view) },
      signal,
      (feature, error) => report(feature)(error),
    ),
};

declare module './shelf.ts' {
  interface OnDemand {
    readonly marks: typeof marks;
  }
}

provide('marks', marks);
