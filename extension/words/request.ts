import type { OwnRequest } from '../../core/contract/routes/requests.ts';
import { addressKey, countOf } from '../../core/identity/index.ts';
import { givesMembership } from '../../core/policy/index.ts';
import type { Whose } from '../../core/words/index.ts';
import { theApp } from './app.ts';
import { listPeople } from './people.ts';
import { say } from './say.ts';

export type Tone = 'good' | 'bad' | 'neutral';
type State = OwnRequest['state'];

const tones: Record<State, Tone> = {
  submitted: 'neutral',
  'in-review': 'neutral',
  approved: 'good',
  granting: 'good',
  granted: 'good',
  denied: 'bad',
  withdrawn: 'neutral',
  expired: 'neutral',
  'grant-failed': 'bad',
  expiring: 'neutral',
  revoked: 'neutral',
};

/** Where a request stands, in words for the person who asked. */
export const stateWord = (state: State): string => say(`state.${state}`);
export const stateTone = (state: State): Tone => tones[state];

type Me = { email: string; accountId: string | null } | null;
type Targets = OwnRequest['targets'];

const isMe = (me: Me, { accountId, email }: Targets[number]): boolean =>
  me !== null &&
  ((accountId !== null && accountId === me.accountId) ||
    (email !== null && addressKey(email) === addressKey(me.email)));

/** Who a request is for: names as the directory has them, else the address; "you" when it is for oneself. */
export const whoFor = ({ targets }: Pick<OwnRequest, 'targets'>, me: Me): string =>
  listPeople(targets.map((target) => (isMe(me, target) ? { ...target, name: say('people.you') } : target)));

/** People as the subject of a sentence. */
const subject = (targets: Targets, me: Me): { readonly who: string; readonly whose: Whose } => ({
  who: whoFor({ targets }, me),
  whose: targets.length === 1 && targets.every((target) => isMe(me, target)) ? 'you' : ofMany(targets),
});

const ofMany = (targets: Targets): Whose => (countOf(targets) === 1 ? 'one' : 'several');

/** One sentence of news about a request that moved; null for steps that are nobody's news. */
export function newsOf(request: OwnRequest, me: Me): { readonly tone: Tone; readonly text: string } | null {
  const text = newsWords(request, me);
  return text === null ? null : { tone: tones[request.state], text };
}

function newsWords(request: OwnRequest, me: Me): string | null {
  const { state, byHand, decisionReason, targets } = request;
  const number = String(request.number);
  const isMembership = givesMembership(request.intent);
  const app = theApp(request.product);
  switch (state) {
    case 'approved':
    case 'granting':
      return isMembership
        ? say('news.approved-app', { number, app: capital(app), who: whoFor(request, me) })
        : say('news.approved', { number });
    case 'granted':
      // What was done by hand need not be a seat of the app.
      if (byHand !== null)
        return byHand.note === null
          ? say('news.granted-by-hand', { number })
          : say('news.granted-note', { number, note: byHand.note });
      return isMembership
        ? say('news.granted-app', { number, access: accessWords(request, me) })
        : say('news.granted', { number });
    case 'denied':
      return decisionReason === null
        ? say('news.denied', { number })
        : say('news.denied-why', { number, reason: decisionReason });
    case 'grant-failed':
      return isMembership ? say('news.failed-app', { number, app }) : say('news.failed', { number });
    case 'expired':
      return say('news.expired', { number });
    case 'revoked':
      return isMembership
        ? say('news.ended-app', { number, ...subject(targets, me), app })
        : say('news.ended', { number });
    default:
      return null;
  }
}

/** Who has the app now, and who was invited and has yet to accept. */
function accessWords(request: OwnRequest, me: Me): string {
  const app = theApp(request.product);
  const isInvited = ({ email }: Targets[number]) => email !== null && request.invited.includes(email);
  const [invited, members] = [request.targets.filter(isInvited), request.targets.filter((one) => !isInvited(one))];
  const has = members.length === 0 ? null : say('news.has', { ...subject(members, me), app });
  const gets = invited.length === 0 ? null : say('news.invited', { ...subject(invited, me), app });
  return has !== null && gets !== null ? say('news.and', { first: has, second: gets }) : (has ?? gets ?? '');
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
