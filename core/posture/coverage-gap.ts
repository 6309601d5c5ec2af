import { z } from 'zod';
import { AccountId } from '../ids.ts';
import { because, type Reason } from '../reason.ts';

/** A grant of the audit log, with how it was made where the log tells. */
export const LoggedGrant = z.object({
  eventId: z.string().min(1),
  at: z.iso.datetime(),
  /** Who gave access. */
  actorId: AccountId.nullable(),
  /** Who got it; null when the log does not name them. */
  targetId: AccountId.nullable(),
  /** `provider` is the identity provider's sync, `gatehouse` our own grants: both are the wanted way. */
  via: z.enum(['browser', 'api-token', 'mobile', 'provider', 'gatehouse']).nullable(),
});
export type LoggedGrant = z.infer<typeof LoggedGrant>;

/** What the extension saw somebody about to do, and did not stop. */
export const SeenIntent = z.object({
  intentId: z.string().min(1),
  at: z.iso.datetime(),
  actorId: AccountId,
  /** Who would get access, as far as the page told. */
  targetIds: z.array(AccountId),
});
export type SeenIntent = z.infer<typeof SeenIntent>;

export interface UnseenGrant {
  readonly grant: LoggedGrant;
  readonly channel: 'browser' | 'api-token' | 'mobile' | 'unknown';
  readonly reason: Reason;
}

export interface CoverageGap {
  /** Grants that nobody asked the extension about; null when the audit log was not read. */
  readonly gap: number | null;
  readonly grants: number | null;
  readonly seen: number | null;
  /** Grants of the identity provider and of Gatehouse itself, which need no eyes. */
  readonly wanted: number | null;
  readonly unseen: readonly UnseenGrant[];
  readonly reasons: readonly Reason[];
}

export const CoverageWindow = z.object({
  /** How long after the intent its grant may appear in the log. */
  minutes: z.number().int('Write whole minutes.').min(1, 'Write at least one minute.').default(15),
});

const minuteMs = 60_000;

/**
 * Grants in the audit log minus intents that the extension saw (section 7 of the domain): what happens where the extension does
 * not look. One intent explains one grant for each of its targets. Counts only; `null` when the log was not read.
 */
export function coverageGap(
  grants: readonly LoggedGrant[] | null,
  intents: readonly SeenIntent[],
  window: z.infer<typeof CoverageWindow> = CoverageWindow.parse({}),
): CoverageGap {
  if (grants === null)
    return {
      gap: null,
      grants: null,
      seen: null,
      wanted: null,
      unseen: [],
      reasons: [because('log-not-read', 'The audit log has not been read, so the gap is not known.')],
    };
  const open = intents.map((intent) => ({
    intent,
    left: new Set(intent.targetIds),
    anybody: intent.targetIds.length === 0,
  }));
  const measured = grants.filter(({ via }) => via !== 'provider' && via !== 'gatehouse');
  const unseen: UnseenGrant[] = [];
  for (const grant of measured.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
    const match = open.find(({ intent, left, anybody }) => {
      const late = Date.parse(grant.at) - Date.parse(intent.at);
      if (intent.actorId !== grant.actorId || late < 0 || late > window.minutes * minuteMs) return false;
      return anybody || (grant.targetId === null ? left.size > 0 : left.has(grant.targetId));
    });
    if (!match) unseen.push(unseenGrant(grant));
    else {
      match.anybody = false;
      const explained = grant.targetId ?? [...match.left][0];
      if (explained !== undefined) match.left.delete(explained);
    }
  }
  const gap = unseen.length;
  return {
    gap,
    grants: measured.length,
    seen: measured.length - gap,
    wanted: grants.length - measured.length,
    unseen,
    reasons: [
      gap === 0
        ? because('nothing-unseen', 'Every grant in the audit log was seen by the extension or came the wanted way.')
        : because('unseen-grants', `${gap} of ${measured.length} grants passed where the extension does not look.`),
    ],
  };
}

const channelTexts: Record<UnseenGrant['channel'], string> = {
  browser: 'In a browser: the extension was missing, disabled or not managed there.',
  'api-token': 'Through the API with a token.',
  mobile: 'In a mobile app.',
  unknown: 'The log does not tell how it was made.',
};

function unseenGrant(grant: LoggedGrant): UnseenGrant {
  const { via } = grant;
  const channel = via === null || via === 'provider' || via === 'gatehouse' ? 'unknown' : via;
  return { grant, channel, reason: because(`unseen-${channel}`, channelTexts[channel]) };
}
