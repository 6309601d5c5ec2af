import { z } from 'zod';
import { IdentityView } from '../identity/view.ts';
import { AccountId, CloudId, RequestId } from '../ids.ts';
import { Effect } from '../licence/effect.ts';
import { Product } from '../organization/product.ts';
import { Decision } from '../policy/decision.ts';
import { Intent } from '../policy/intent.ts';
import { StopId } from '../policy/stop-id.ts';
import { RequestState } from '../requests/request.ts';
import { EmailHash, MAX_PEOPLE, TargetRef } from './routes/identities.ts';
import { MOST_RULES } from './routes/policy.ts';
import { OwnRequest } from './routes/requests.ts';
import { Me } from './routes/session.ts';

/** Something somebody is about to do on a page, as a content script or the network rules saw it. */
export const IntentOnPage = z.strictObject({
  intent: Intent,
  product: Product.nullable(),
  cloudId: CloudId.nullable(),
  siteHost: z.string().nullable(),
  /** Key of the project or space it happens in; null when neither page nor call says so, or in a way that is no key. */
  container: z.string().min(1).max(255).nullable(),
  targets: z.array(TargetRef).max(MAX_PEOPLE),
  /** Where it was seen; `guard` and `page` sightings of the same click are recorded once. */
  layer: z.enum(['page', 'guard', 'network']),
});
export type IntentOnPage = z.infer<typeof IntentOnPage>;

export const RequestReceipt = z.discriminatedUnion('state', [
  z.object({ state: z.literal('sent'), request: OwnRequest, duplicate: z.boolean() }),
  /**
   * The request waits in the outbox and is sent exactly once: when the service can be reached, when its person signs in again, or, after
   * trouble, when the service takes it.
   */
  z.object({ state: z.literal('waiting'), why: z.enum(['unreachable', 'not-signed-in', 'trouble']) }),
  /** It had arrived before, in the words that were written first: only the answer was lost. */
  z.object({ state: z.literal('reached') }),
  z.object({ state: z.literal('refused'), message: z.string() }),
]);
export type RequestReceipt = z.infer<typeof RequestReceipt>;

/** Beside whom badges stand: everybody who is known, everybody but those who belong, nobody. */
export const BadgeChoice = z.enum(['all', 'not-managed', 'off']);
export type BadgeChoice = z.infer<typeof BadgeChoice>;

/** What the extension itself is doing; shown in the popup. */
export const ExtensionState = z.object({
  serviceUrl: z.string().nullable(),
  me: Me.nullable(),
  /** Null until a policy was read once. */
  policy: z.object({ version: z.number().int(), fetchedAt: z.iso.datetime(), blocked: z.array(Intent) }).nullable(),
  service: z.enum(['reachable', 'unreachable', 'unknown']),
  /** Whether the browser lets the extension see all Atlassian pages it is for. */
  hostAccess: z.boolean(),
  /** How many requests and records wait to be sent. */
  waiting: z.number().int().nonnegative(),
  /** `managed` when administrators have chosen. */
  badges: z.object({ choice: BadgeChoice, managed: z.boolean() }),
});
export type ExtensionState = z.infer<typeof ExtensionState>;

const message = <const K extends string, I extends z.ZodType, O extends z.ZodType>(kind: K, input: I, output: O) => ({
  kind,
  input: z.strictObject({ kind: z.literal(kind), input }),
  output,
});

/** How long a reason may be, in characters. */
export const MOST_REASON = 2000;

/** How much of what somebody types is kept before it was shortened to that. */
const MOST_DRAFT = 20_000;

/** A prompt's address: random, for one use. */
export const PromptToken = z.uuid();
export const ColorScheme = z.enum(['light', 'dark', 'light dark']);
export type ColorScheme = z.infer<typeof ColorScheme>;

/**
 * What a prompt is about. `decision` is null when the check failed; `failure` then says how. `stopId` is null when nothing was recorded.
 */
export const PromptContent = z.object({
  intent: IntentOnPage,
  decision: Decision.nullable(),
  effect: Effect.nullable(),
  stopId: StopId.nullable(),
  failure: z.string().nullable(),
  scheme: ColorScheme,
  /** What was typed already, where the prompt has moved to a window of its own. */
  draft: z.string().max(MOST_DRAFT),
});
export type PromptContent = z.infer<typeof PromptContent>;

/** What to do about an act. `stopId` is what its record is called; null when none was made. */
export const CheckAnswer = z.object({ decision: Decision, effect: Effect.nullable(), stopId: StopId.nullable() });
export type CheckAnswer = z.infer<typeof CheckAnswer>;

/** A request for just this that its person has made already. Both null while it waits to be sent. */
export const Asked = z.object({ number: z.number().int().positive().nullable(), state: RequestState.nullable() });
export type Asked = z.infer<typeof Asked>;

/** What can be said of an act that nobody has begun. `asked` is an open request of whoever is signed in; null when none is known. */
export const Preview = z.object({ effect: Effect.nullable(), decision: Decision.nullable(), asked: Asked.nullable() });
export type Preview = z.infer<typeof Preview>;

/** How high a prompt may be, in CSS pixels: few heights, because a page can measure them. */
export const promptHeights = [240, 320, 400, 480, 560, 640, 720, 800] as const;
export const PromptHeight = z.literal(promptHeights);
export type PromptHeight = z.infer<typeof PromptHeight>;

/**
 * Every message to the extension's background, declared once. Content scripts may send the first group only, the prompt's page
 * the last; the rest is for the extension's other pages (checked by the sender's URL). Answers are `{ok: true, value}` or
 * `{ok: false, error}`.
 */
export const contentMessages = {
  /** Badge facts for the people on the page, gathered: one message a burst. */
  resolve: message(
    'resolve',
    z.strictObject({ accountIds: z.array(AccountId).max(MAX_PEOPLE), emailHashes: z.array(EmailHash).max(MAX_PEOPLE) }),
    z.object({
      identities: z.array(IdentityView),
      byEmailHash: z.array(z.object({ emailHash: EmailHash, identity: IdentityView })),
    }),
  ),
  /**
   * Seats and cost of an action before anything is sent; null when nothing is known (not signed in, service down). And what would be
   * decided about it, which is recorded nowhere; null when no policy was ever read.
   */
  preview: message('preview', IntentOnPage, Preview),
  /** Asks what to do about an intent. Answers within the deadline, with `onUnknown` when facts are missing. Records it. */
  check: message('check', IntentOnPage, CheckAnswer),
  /**
   * Opens the prompt about what was just checked, or about a check that failed: an extension page that only the token opens, once,
   * in the tab that asks. What it says comes from the background; the page that is prompted over has no part in it.
   */
  openPrompt: message(
    'openPrompt',
    z.strictObject({ intent: IntentOnPage, failure: z.string().max(500).nullable(), scheme: ColorScheme }),
    z.object({ token: PromptToken }),
  ),
  /** The prompt is gone from the page without an answer: nothing it could still say counts. */
  dropPrompt: message('dropPrompt', z.strictObject({ token: PromptToken }), z.object({ dropped: z.literal(true) })),
  /**
   * The frame of the prompt did not start: some pages let the browser load no frame of others. It is shown in a window of its own, which
   * comes to the front where it is open already; false where the frame did start.
   */
  promptUnshown: message('promptUnshown', z.strictObject({ token: PromptToken }), z.object({ moved: z.boolean() })),
  /** Runs one of our scripts on demand in the page that asks; most pages never need any. */
  bring: message(
    'bring',
    z.strictObject({ script: z.enum(['marks', 'overlays', 'translations', 'calls']) }),
    z.object({ brought: z.literal(true) }),
  ),
  /** Whether Gatehouse is signed in and has a policy, and what badges are wanted: decides whether features start at all. */
  ready: message(
    'ready',
    z.strictObject({}),
    z.object({ signedIn: z.boolean(), hasPolicy: z.boolean(), badges: BadgeChoice }),
  ),
} as const;

export const pageMessages = {
  /** "Ask IT". `key` is a UUID made when the prompt opened: however often it is sent, one request comes of it. */
  ask: message(
    'ask',
    z.strictObject({
      key: z.uuid(),
      intent: IntentOnPage,
      reason: z.string().trim().min(1).max(MOST_REASON),
      ruleIds: z.array(z.string()).max(MOST_RULES).readonly(),
      ruleName: z.string().max(200),
      policyVersion: z.number().int().positive(),
      /** Null when the stop was not recorded. */
      stopId: StopId.nullable(),
    }),
    RequestReceipt,
  ),
  state: message('state', z.strictObject({}), ExtensionState),
  signIn: message('signIn', z.strictObject({}), z.object({ me: Me })),
  /**
   * What the network rules stopped in the tab of the page that explains it; null when they stopped nothing there. Records the
   * intent.
   */
  stopped: message(
    'stopped',
    z.strictObject({}),
    z
      .object({
        /** For people to read. */
        address: z.string(),
        /** To open it again. Null where it would be stopped again, or is longer than is kept. */
        url: z.string().nullable(),
        signedIn: z.boolean(),
        intent: IntentOnPage,
        answer: CheckAnswer,
      })
      .nullable(),
  ),
  signOut: message('signOut', z.strictObject({}), z.object({ ended: z.literal(true) })),
  setBadges: message('setBadges', z.strictObject({ badges: BadgeChoice }), z.object({ badges: BadgeChoice })),
  /** Refused when no Gatehouse answers there, unless it is to be kept `anyway`: the network may be another one later. */
  setServiceUrl: message(
    'setServiceUrl',
    z.strictObject({ url: z.url(), anyway: z.boolean().default(false) }),
    z.object({ url: z.string() }),
  ),
  myRequests: message(
    'myRequests',
    z.strictObject({ refresh: z.boolean() }),
    z.object({ requests: z.array(OwnRequest), more: z.number().int().nonnegative() }),
  ),
  /** Takes back a request of whoever is signed in. Refused in the service's words once IT has decided. */
  withdraw: message('withdraw', z.strictObject({ id: RequestId }), z.object({ withdrawn: z.literal(true) })),
  /** For the panel inside the extension: its session, to call the service with. */
  session: message(
    'session',
    z.strictObject({}),
    z.object({ serviceUrl: z.string(), accessToken: z.string() }).nullable(),
  ),
} as const;

const aboutPrompt = z.strictObject({ token: PromptToken });
const told = z.object({ told: z.literal(true) });

/** From the prompt's own page only. All but `promptContent` work for the frame or window that took the token. */
export const promptMessages = {
  /** Takes the token: what to say. */
  promptContent: message('promptContent', aboutPrompt, PromptContent.extend({ signedIn: z.boolean() })),
  /** "Ask IT", about what was stopped and nothing else. However often it is sent, one request comes of it. */
  promptAsk: message(
    'promptAsk',
    aboutPrompt.extend({ reason: z.string().trim().min(1).max(MOST_REASON) }),
    RequestReceipt,
  ),
  /** The person goes on after a warning, or with a justification: recorded, then the page's act goes on. */
  promptProceed: message(
    'promptProceed',
    aboutPrompt.extend({ justification: z.string().trim().min(1).max(MOST_REASON).nullable() }),
    told,
  ),
  promptClose: message('promptClose', aboutPrompt, told),
  promptHeight: message('promptHeight', aboutPrompt.extend({ height: PromptHeight }), told),
  /** Opens the prompt anew in a window of the browser, where no page can cover it. */
  promptToWindow: message('promptToWindow', aboutPrompt.extend({ draft: z.string().max(MOST_DRAFT) }), told),
} as const;

export const messages = { ...contentMessages, ...pageMessages, ...promptMessages } as const;
export type MessageKind = keyof typeof messages;
export type MessageInput<K extends MessageKind> = z.input<(typeof messages)[K]['input']>['input'];
export type MessageOutput<K extends MessageKind> = z.output<(typeof messages)[K]['output']>;

export const MessageAnswer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({
    ok: z.literal(false),
    /** `not-signed-in` and `not-configured` have a remedy in the popup. */
    error: z.enum(['not-signed-in', 'not-configured', 'unreachable', 'bad-message', 'not-allowed', 'failed']),
    message: z.string(),
  }),
]);
export type MessageAnswer = z.infer<typeof MessageAnswer>;

/** Sent by the background to content scripts and open extension pages when something they show is out of date. */
export const Notice = z.discriminatedUnion('notice', [
  z.object({ notice: z.literal('policy-changed') }),
  z.object({ notice: z.literal('session-changed') }),
  z.object({ notice: z.literal('badges-changed') }),
  z.object({ notice: z.literal('requests-changed') }),
]);
export type Notice = z.infer<typeof Notice>;
