import type { z } from 'zod';
import { canonical } from '../../core/audit/index.ts';
import { MOST_ASKED, MOST_OPEN } from '../../core/contract/limits.ts';
import type { submitRequest as route } from '../../core/contract/routes/requests.ts';
import { leastOf, listed, MOST_WHOM, whomInWords } from '../../core/identity/index.ts';
import { RequestId } from '../../core/ids.ts';
import { type Effect, givesWords, type Target } from '../../core/licence/index.ts';
import type { Product, Site } from '../../core/organization/index.ts';
import { plainRuleIds } from '../../core/policy/index.ts';
import type { Attachment } from '../../core/ports/request-store.ts';
import type { Transaction } from '../../core/ports/store.ts';
import { type AccessRequest, may } from '../../core/requests/index.ts';
import { after, auditActor, type Caller, type Context, personOf } from './context.ts';
import { effectFor, productMeant, targetsFor } from './effect-for.ts';
import { Failure } from './failure.ts';
import { groupOfRequest } from './group-of-request.ts';
import { announce } from './move-request.ts';
import { nameOfRule } from './name-of-rule.ts';
import { readyOrganization, siteOf } from './organization.ts';
import { toOwnRequest } from './own-request.ts';
import { stopOfRequest } from './own-stop.ts';
import { openStates } from './request-states.ts';
import { wishOf } from './wish-of.ts';

type Body = z.output<(typeof route)['body']>;
type Answer = z.input<(typeof route)['response']>;

/**
 * Ask IT. The same key and body give the same answer however often they come, whatever has changed since; an open request for the same
 * people and app is not doubled, the wish is attached to it. Seats and cost are worked out here.
 */
export async function submitRequest(context: Context, caller: Caller, key: string, body: Body): Promise<Answer> {
  const { store, ids, clock } = context;
  const bodyHash = ids.sha256(canonical(body));
  return store.write(async (tx) => {
    const kept = await tx.idempotency.find(caller.subject, key);
    if (kept && kept.bodyHash !== bodyHash) throw new Failure('idempotency-conflict');
    // Validated again on its way out.
    if (kept) return kept.answer as Answer;
    if ((await tx.idempotency.countSince(caller.subject, after(clock.now(), -3600))) >= MOST_ASKED)
      throw new Failure(
        'too-many-requests',
        `You have asked IT ${MOST_ASKED} times within an hour. Nothing is lost of that; ask for more in an hour.`,
      );
    const answer = await attachOrInsert(context, tx, caller, body, await wantedBy(context, tx, caller, body));
    await tx.idempotency.keep(caller.subject, key, { bodyHash, answer }, clock.now());
    return answer;
  });
}

async function wantedBy(context: Context, tx: Transaction, caller: Caller, body: Body): Promise<Wanted> {
  if (leastOf(body.targets) > MOST_WHOM)
    throw new Failure(
      'bad-request',
      `One request names at most ${MOST_WHOM} people, each of them. Choose fewer, and ask in parts.`,
    );
  const organization = await readyOrganization(tx);
  // Invitation links and sign-up pages do not say which site they lead to: it stays unknown until a reviewer says.
  const site = body.cloudId === null && body.siteHost === null ? null : siteOf(organization, body);
  const product = productMeant(body.product, body.intent);
  const asked = { organization, product, targets: listed(body.targets), intent: body.intent };
  const effect = site && (await effectFor(context, tx, { ...asked, site }, caller));
  const targets = eachOnce(effect?.targets ?? (await targetsFor(tx, { ...asked, site }, caller)));
  const stopId = await stopOfRequest(tx.audit, caller, body.stopId);
  return { product, site, effect, targets, stop: stopId === null ? {} : { stopId } };
}

/** Somebody named by account and by address is one person, where the directory says so. */
const eachOnce = (targets: readonly Target[]): Target[] =>
  targets.filter(
    ({ accountId }, index) =>
      accountId === null || targets.findIndex((other) => other.accountId === accountId) === index,
  );

/** What somebody asks for, as far as it is known here. */
interface Wanted {
  readonly product: Product | null;
  readonly site: Site | null;
  /** Null while the site is not known. */
  readonly effect: Effect | null;
  readonly targets: readonly Target[];
  /** The stop it comes of, unless that is somebody else's. */
  readonly stop: Pick<AccessRequest, 'stopId'>;
}

async function attachOrInsert(
  context: Context,
  tx: Transaction,
  caller: Caller,
  body: Body,
  wanted: Wanted,
): Promise<Answer> {
  const { intent, container } = body;
  const { product, site, effect, targets, stop } = wanted;
  const wish = wishOf({ intent, product, cloudId: site?.cloudId ?? null, container, targets: [...targets] });
  const open = wish && (await tx.requests.findOpen(wish, openStates));
  const request = open ?? (await newRequest(context, tx, caller, body, wanted));
  const mine = request.requester.subject === caller.subject;
  const attachment = { person: personOf(caller), reason: body.reason, at: context.clock.now() };
  if (!open) await tx.requests.insert(request, wish);
  else if (!mine) await join(context, tx, request, attachment, caller.roles);

  // Of the same person it is told only where it says something new: that it was stopped once more, or another reason.
  if (!open || !mine || isNews(request, { reason: body.reason, ...stop })) {
    await tx.audit.append({
      type: 'request.submitted',
      orgId: context.settings.orgId,
      at: attachment.at,
      actor: auditActor(caller),
      requestId: request.id,
      number: request.number,
      intent,
      product,
      siteHost: site?.host ?? null,
      container,
      gives: effect ? givesWords(effect) : [],
      targets: targets.map((target) => target.email ?? target.name ?? target.accountId ?? whomInWords(target)),
      reason: body.reason,
      ruleIds: plainRuleIds(body.ruleIds),
      policyVersion: body.policyVersion,
      ...stop,
    });
    announce(tx, request);
  }
  return { request: toOwnRequest(request, open && !mine ? attachment : null), duplicate: open !== null };
}

const isNews = (request: AccessRequest, { reason, stopId }: Pick<AccessRequest, 'reason' | 'stopId'>): boolean =>
  reason !== request.reason || (stopId !== undefined && stopId !== request.stopId);

/** Core says who may not: whoever decided it would have decided about themselves, afterwards. */
async function join(
  { clock }: Pick<Context, 'clock'>,
  tx: Transaction,
  request: AccessRequest,
  attachment: Attachment,
  roles: Caller['roles'],
): Promise<void> {
  const { person, reason } = attachment;
  const ruling = may({ kind: 'person', person, roles }, { kind: 'attach', reason }, request, clock.now());
  if (!ruling.ok) throw new Failure(ruling.refusal, ruling.reason.text);
  await tx.requests.attach(request.id, attachment);
}

async function newRequest(
  context: Context,
  tx: Transaction,
  caller: Caller,
  body: Body,
  { product, site, effect, targets, stop }: Wanted,
): Promise<AccessRequest> {
  const { settings, ids, clock } = context;
  const now = clock.now();
  if ((await tx.requests.countOf(caller.subject, openStates)) >= MOST_OPEN)
    throw new Failure(
      'wrong-state',
      `You have ${MOST_OPEN} open requests, as many as one person may have. Wait until IT has dealt with some, then ask again; if it cannot wait, talk to IT.`,
    );
  const place = { intent: body.intent, product, cloudId: site?.cloudId ?? null, siteHost: site?.host ?? null };
  return {
    id: RequestId.parse(ids.uuid()),
    orgId: settings.orgId,
    number: await tx.requests.nextNumber(),
    state: 'in-review',
    ...place,
    siteChosenBy: null,
    container: body.container,
    requester: personOf(caller),
    targets: [...targets],
    reason: body.reason,
    ruleIds: plainRuleIds(body.ruleIds),
    ruleName: await nameOfRule(tx, body),
    policyVersion: body.policyVersion,
    ...stop,
    effect,
    group: await groupOfRequest(context, tx, { ...place, targets: [...targets] }),
    createdAt: now,
    updatedAt: now,
    decision: null,
    grant: { attempts: 0, failure: null, nextAttemptAt: null },
    byHand: null,
  };
}
