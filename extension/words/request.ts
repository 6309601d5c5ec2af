import type { OwnRequest } from '../../core/contract/routes/requests.ts';
import { addressKey } from '../../core/identity/index.ts';
import { isKnownProduct, productName } from '../../core/organization/index.ts';
import { givesMembership } from '../../core/policy/index.ts';
import { isOne, listPeople } from './people.ts';

export type Tone = 'good' | 'bad' | 'neutral';
type State = OwnRequest['state'];

const states: Record<State, { readonly word: string; readonly tone: Tone }> = {
  submitted: { word: 'Sent to IT', tone: 'neutral' },
  'in-review': { word: 'Waiting for IT', tone: 'neutral' },
  approved: { word: 'Approved', tone: 'good' },
  granting: { word: 'Approved, being set up', tone: 'good' },
  granted: { word: 'Granted', tone: 'good' },
  denied: { word: 'Denied', tone: 'bad' },
  withdrawn: { word: 'Withdrawn', tone: 'neutral' },
  expired: { word: 'Expired', tone: 'neutral' },
  'grant-failed': { word: 'Approved, but setting it up failed', tone: 'bad' },
  expiring: { word: 'Ending', tone: 'neutral' },
  revoked: { word: 'Ended', tone: 'neutral' },
};

/** Where a request stands, in words for the person who asked. */
export const stateWord = (state: State): string => states[state].word;
export const stateTone = (state: State): Tone => states[state].tone;

/** Who a request is for: names as the directory has them, else the address; "you" when it is for oneself. */
export function whoFor(
  request: Pick<OwnRequest, 'targets'>,
  me: { email: string; accountId: string | null } | null,
): string {
  const people = request.targets.map((target) => {
    const own =
      me !== null &&
      ((target.accountId !== null && target.accountId === me.accountId) ||
        (target.email !== null && addressKey(target.email) === addressKey(me.email)));
    return own ? { ...target, name: 'you' } : target;
  });
  return listPeople(people);
}

/** One sentence of news about a request that moved; null for steps that are nobody's news. */
export function newsOf(
  request: OwnRequest,
  me: { email: string; accountId: string | null } | null,
): { readonly tone: Tone; readonly text: string } | null {
  const name = `Request #${request.number}`;
  const who = whoFor(request, me);
  const isMembership = givesMembership(request.intent);
  const app = appWords(request.product);
  switch (request.state) {
    case 'approved':
    case 'granting':
      return {
        tone: 'good',
        text: `${name} was approved. ${isMembership ? `${capital(app)} for ${who} is being set up.` : 'IT is seeing to it.'}`,
      };
    case 'granted':
      // What was done by hand need not be a seat of the app.
      if (request.byHand !== null)
        return { tone: 'good', text: `${name} was granted: ${request.byHand.note ?? 'IT has done it.'}` };
      return { tone: 'good', text: `${name} was granted${isMembership ? `: ${accessWords(request, me)}` : '.'}` };
    case 'denied':
      return {
        tone: 'bad',
        text: `${name} was denied${request.decisionReason === null ? '.' : `: ${request.decisionReason}`}`,
      };
    case 'grant-failed':
      return {
        tone: 'bad',
        text: `${name} was approved, but ${isMembership ? `${app} could not be set up` : 'it is not done'} yet. IT knows.`,
      };
    case 'expired':
      return { tone: 'neutral', text: `${name} has expired. Ask again if it is still needed.` };
    case 'revoked':
      return {
        tone: 'neutral',
        text: `The time of ${name.toLowerCase()} is over${isMembership ? `: ${who} no longer ${haveOf(request.targets, who)} ${app}` : ''}.`,
      };
    default:
      return null;
  }
}

/** Who has the app now, and who was invited and has yet to accept. */
function accessWords(request: OwnRequest, me: Parameters<typeof whoFor>[1]): string {
  const app = appWords(request.product);
  const isInvited = ({ email }: OwnRequest['targets'][number]) => email !== null && request.invited.includes(email);
  const [invited, members] = [request.targets.filter(isInvited), request.targets.filter((one) => !isInvited(one))];
  const parts = [];
  if (members.length > 0) {
    const who = whoFor({ targets: members }, me);
    parts.push(`${who} now ${haveOf(members, who)} ${app}`);
  }
  if (invited.length > 0) {
    const who = whoFor({ targets: invited }, me);
    const [was, gets] = haveOf(invited, who) === 'has' ? ['was', 'gets'] : ['were', 'get'];
    parts.push(`${who} ${was} invited and ${gets} ${app} by accepting`);
  }
  return `${parts.join('; ')}.`;
}

const haveOf = (targets: OwnRequest['targets'], who: string): string =>
  who === 'you' || !isOne(targets) ? 'have' : 'has';

/** An app in the middle of a sentence. */
const appWords = (product: OwnRequest['product']): string => {
  if (product === null) return 'the app';
  return isKnownProduct(product) ? productName(product) : `the ${productName(product)}`;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
