import type { Intent } from '../../../core/policy/index.ts';
import { bought, buys } from './graphql-buys.ts';
import {
  acceptsInvitation,
  asksForAccess,
  decidesOnRequest,
  isBareRequest,
  isOfRequest,
  opensToWorld,
} from './graphql-requests.ts';
import { isAbout, isOfOther, isTaking, onlyReads, read, type SaidName } from './graphql-said.ts';
import * as word from './graphql-words.ts';

/** What operations and fields of GraphQL do by the words of their names (I): Atlassian describes none of them. */

/**
 * What sends something to addresses and gives nobody access: reports, exports, subscriptions. What nobody described is not among
 * them.
 */
const SENDS_ONLY =
  /^(?:reports?|exports?|digests?|(?:un)?subscri\w*|notif\w*|feedback|analytics?|surveys?|delete|remove|revoke|deny|decline)$/;
/** Where a name has said what it does: what follows is where, how, or what is done besides. */
const AND_SO_ON = /^(?:and|or|then|without|with|from|via|by|to|into|for|in|on)$/;
const TOWARDS = /^(?:to|into|for|on)$/;
const TOKEN = /^tokens?$/;
/** Tokens for whom they stand, and not for a file. */
const TOKEN_OF = /^(?:api|access|personal|service)$/;
const FILE = /^(?:media|upload|file|download|refresh)$/;
/** What a page shows or remembers. */
const SHOWN =
  /^(?:modal|banner|panel|dialog|popup|tooltip|preferences?|columns?|layout|impression|spotlight|menu|capabilit(?:y|ies))$/;
/** What is only told: that something happened, that somebody saw it, how something looks or in what order. */
const HAPPENED =
  /^(?:record|send|emit|publish|collect) (?:.* )?(?:analytics?|events?|metrics?|telemetry|clicks?|impressions?)$/;
const SEEN = /^(?:seen|shown|viewed)$/;
const DESCRIBES = /^(?:updat|set|edit|chang|sav|creat).* (?:descriptions?|order|notes?|colou?rs?|icons?|logs?|time)$/;
const CONSENT = /^grant(?: .*)? consents?$/;
/** Who is where, and what is shown of them while they are there. */
const PRESENT = /^share (?:.* )?(?:presence|cursor|selection|feedback)$/;
/** A holiday is public, and a report of licences is none. */
const NAMED_AFTER =
  /\bpublic holidays?\b|^(?:creat|generat)\S* (?:licen[cs]es?|access|roles?|permissions?|members?) reports?$/;
/** What people say and do to one another, and what they are asked to do: given to a person, it gives nothing else. */
const TOLD = /^(?:kudos|praise|thanks|awards?|achievements?|reactions?|badges?)$/;
const WORK =
  /^(?:issues?|tasks?|work|workitems?|items?|tickets?|requests?|incidents?|alerts?|stor(?:y|ies)|epics?|goals?)$/;
/** Said in public, and not made public. */
const SAID = /^(?:comments?|repl(?:y|ies)|notes?|messages?|responses?)$/;
/** A filter is shown, too, but it can be shared. */
const FILTERS = /^filters?$/;
/** What one joins for as long as it is open. */
const MEETS = /^(?:session|presence|call|meeting|huddle)$/;
const TABLES = /^(?:columns?|tables?|paths?)$/;
const OPENED = /^join (?:.* )?(?:room|page|document|editor)$/;
const MEETING = /^invite (?:.* )?to (?:meeting|huddle)$/;

/**
 * Whether something gives access by its name, whether or not anybody can read to whom.
 * @param toPeople whether people are given to it: then it need not say what it does with the access or role in its name
 */
export function isGiving(name: string, toPeople = false): boolean {
  const said = read(name);
  const { words, last } = said;
  if (said.isEndless) return true;
  if (isTaking(said)) return false;
  if ((SHOWN.test(last) && !isAbout(said, word.FROM)) || onlyReads(said) || onlyTells(said)) return false;
  if (asksForAccess(said) || decidesOnRequest(said) || isBareRequest(said) || opensToWorld(said)) return true;
  if (isToken(said) || opensTo(said) || migrates(said) || buys(said)) return true;
  if (words.some((one, at) => word.GIVES.test(one) && !isMeant(said, at, toPeople))) return true;
  if (FILTERS.test(last)) return false;
  if (words.some((_, at) => isGiven(said, at)) && (toPeople || isAbout(said, word.DOES))) return !isAbout(said, TOKEN);
  return makesAdmin(said) || addsPerson(said);
}

function isGiven(said: SaidName, at: number): boolean {
  const { words, last } = said;
  const [one = '', before = ''] = [words[at], words[at - 1]];
  if (!word.GIVEN.test(one) || isOfOther(said, at) || isOfRequest(said, at)) return false;
  if ((one === 'public' && SAID.test(last)) || (one === 'access' && before === 'last')) return false;
  return !(word.MEMBER.test(one) && (before === 'for' || before === 'of'));
}

/** Whether it is about what may be seen by the world, and whether it decides what somebody asked for: what is given says which. */
export const concernsWorld = (name: string): boolean => {
  const said = read(name);
  return opensToWorld(said) && !isAbout(said, /^(?:(?:re)?invite|grant|share)$/);
};
export const decides = (name: string): boolean => decidesOnRequest(read(name));
/** Whether what it does changes people who are there: what it is given says how. */
export function changesPeople(name: string): boolean {
  const said = read(name);
  if (onlyReads(said) || isTaking(said) || onlyTells(said)) return false;
  return isAbout(said, word.DOES) && (isAbout(said, word.PERSON) || isAbout(said, word.MEMBER));
}
/** The words of a name, without those that say of what kind it is. */
export const wordsSaid = (name: string): readonly string[] => read(name).words;

/**
 * Whether a word that gives by itself means something else here: a call is joined, praise is granted, and an invitation may be what
 * has a date.
 */
function isMeant(said: SaidName, at: number, toPeople: boolean): boolean {
  const { words, heads, isBehindVerb } = said;
  const [one = '', head = ''] = [words[at], heads[at]];
  if (one === 'join' && words.some((other) => MEETS.test(other) || TABLES.test(other))) return true;
  if (one === 'grant' && words.some((other) => TOLD.test(other))) return true;
  if (!word.NAMES_A_THING.test(one) || head === one) return false;
  if (isOfRequest(said, at) || (word.SETTLED.test(head) && !toPeople)) return true;
  return isBehindVerb[at] ? isOfOther(said, at) : !toPeople && ONLY_LOOKED_AT.test(head);
}
const ONLY_LOOKED_AT = /^(?:status(?:es)?|buttons?|options?)$/;

function onlyTells({ whole, last }: SaidName): boolean {
  return (
    SEEN.test(last) ||
    [HAPPENED, DESCRIBES, CONSENT, PRESENT, NAMED_AFTER, OPENED, MEETING].some((pattern) => pattern.test(whole))
  );
}

/**
 * Agents that somebody creates are programs; those who are added are people. Work and praise are given to people who are there, and
 * so is anything else that is added *to* one. People who are added to a group or a site have what it has; a team has it already.
 */
function addsPerson({ words, last }: SaidName): boolean {
  if (words.some((one) => TOLD.test(one)) || /^(?:team|by|of|from|via)$/.test(words.at(-2) ?? '')) return false;
  const to = words.findIndex((one) => /^(?:in)?to$|^in$|^for$/.test(one));
  const before = words.slice(0, Math.max(to, 0));
  const isPut = word.PLACE.test(last) && before.some((one) => word.PERSON.test(one) && !word.AGENT.test(one));
  if (!isPut && !word.PERSON.test(last)) return false;
  const isOther = (one: string): boolean =>
    [word.PERSON, word.GIVEN, word.BOUGHT, word.PLACE].some((all) => all.test(one));
  if (to > 1 && !before.some(isOther)) return false;
  // They become somebody else.
  const isCustomer = !word.CUSTOMER.test(last) && words.some((one) => word.CUSTOMER.test(one));
  const isWork = words.some((one) => WORK.test(one));
  return words.some(
    (one) =>
      (word.ADDS.test(one) ||
        (isCustomer && /^(?:mak|turn|chang|switch)/.test(one)) ||
        (isPut && /^(?:put|mov)/.test(one))) &&
      !(one.startsWith('creat') && word.AGENT.test(last)) &&
      !(one.startsWith('assign') && isWork),
  );
}

/** Somebody becomes an administrator, or the owner of a whole place; the owner of a goal has work. */
const makesAdmin = ({ words, whole, last }: SaidName): boolean =>
  ((word.ADMIN.test(last) || /\badmin (?:status|flag|rights?|access)$/.test(whole)) &&
    words.some((one) => word.DOES.test(one))) ||
  /^(?:add|(?:add|set|mak|assign)\S* (?:org|organi[sz]ation|site|space|group)) owners?$/.test(whole);

/** Everybody of a domain may come in, or whoever has the link. */
const opensTo = ({ words, whole }: SaidName): boolean =>
  words.some((one) => word.DOES.test(one)) &&
  /\b(?:invit(?:e|ation)|join|sign ?up)s? (?:links?|polic(?:y|ies))$|\b(?:self |domain )sign ?up$|\bself join$|^(?:add|approv|allow)\S* (?:(?:approved|email) )?domains?$/.test(
    whole,
  ) &&
  !/^add domains?$/.test(whole);

const migrates = ({ whole }: SaidName): boolean =>
  /^(?:migrat|convert|promot|elevat|upgrad)\S* (?:.* )?customers?(?: to .*)?$/.test(whole);

const isToken = ({ words, whole }: SaidName): boolean =>
  (/\bapi keys?$/.test(whole) || (words.some((one) => TOKEN.test(one)) && words.some((one) => TOKEN_OF.test(one)))) &&
  (words.some((one) => word.DOES.test(one) && one !== 'copy') || words[0] === 'issue') &&
  !words.some((one) => FILE.test(one));

/**
 * What something does that gives access by its name.
 * @param unread what it counts as where its name does not say more
 * @param toPeople whether people are given to it: then it gives them something besides what people do for themselves
 */
export function intentsByName(name: string, unread: Intent, toPeople: boolean): Intent[] {
  const said = read(name);
  if (said.isEndless || decidesOnRequest(said)) return [unread];
  if (migrates(said)) return ['migrate-customer'];
  if (asksForAccess(said) || isBareRequest(said)) return ['request-access'];
  const own = forOneself(said);
  if (own.length > 0) return toPeople || givesOthersToo(said, own) ? [...own, unread] : own;
  if (!isAbout(said, word.CUSTOMER) || isAbout(said, word.GIVEN)) return [unread];
  return isAbout(said, word.WHOLE) || isAboutMore(said) ? ['create-customer', unread] : ['create-customer'];
}

/** What people do for themselves, or for nobody by name. */
function forOneself(said: SaidName): Intent[] {
  if (isToken(said)) return ['create-api-token'];
  if (acceptsInvitation(said)) return ['join'];
  if (opensTo(said)) return ['create-invite-link'];
  if (isAbout(said, /^(?:public|anonymous)$/) || opensToWorld(said)) return ['make-public'];
  if (isAbout(said, /^(?:purchase|buy)$/) || buys(said)) return bought(said);
  return joins(said) ? ['join'] : [];
}

/** Whoever joins does so alone: `inviteToJoin` and `allowUsersToJoin` are for others. */
const joins = (said: SaidName): boolean =>
  said.words.some((one, at) => one === 'join' && !said.isBehindVerb[at] && !isMeant(said, at, false)) &&
  !isAbout(said, word.PERSON) &&
  !isAbout(said, GIVES_OTHERS);

/** What is given to somebody, whatever else the name says. */
const GIVES_OTHERS = /^(?:(?:re)?invite|share|grant|collaborate|enroll?|onboard)$/;
const givesOthersToo = (said: SaidName, [own]: readonly Intent[]): boolean =>
  own !== 'join' &&
  !opensTo(said) &&
  (isAbout(said, GIVES_OTHERS) || said.words.includes('join')) &&
  !(opensToWorld(said) && !isAbout(said, /^(?:(?:re)?invite|grant)$/));

/** Customers alone are customers; whoever else stands there, or whatever else they become, is more. */
const isAboutMore = (said: SaidName): boolean =>
  said.words.some((one) => (word.PERSON.test(one) && !word.CUSTOMER.test(one)) || word.ADMIN.test(one));

/** A field of a result may be called like what it holds (`members`, `createdUser`, `shareUrl`): there only what is done gives. */
export function isDoing(name: string): boolean {
  if (!isGiving(name)) return false;
  const { words, last, isEndless } = read(name);
  const isNoun = word.LOOKED_AT.test(last) || word.isDescribing(last) || word.ALWAYS_A_THING.test(last);
  return (
    isEndless ||
    words.some(
      (one) => word.DONE.test(one) && !(isNoun && (word.NAMES_A_THING.test(one) || word.VERB_OR_NOUN.test(one))),
    )
  );
}

export const isExempt = (name: string): boolean => {
  const said = read(name);
  return (sendsOnly(said) || isTaking(said)) && !isGiving(name);
};

/** What is done is sending, or people are put on what is sent to them: a report is, `addUserWithoutNotification` is not. */
function sendsOnly({ words, last }: SaidName): boolean {
  const end = words.findIndex((one) => AND_SO_ON.test(one));
  const done = end < 0 ? words : words.slice(0, end);
  return done.some((one) => SENDS_ONLY.test(one)) || (TOWARDS.test(words[end] ?? '') && SENDS_ONLY.test(last));
}

/**
 * Whether an operation only reads, by its name. A query or subscription is of the kind that GraphQL calls so, unless something is done with
 * it or by it: subscriptions are bought, too.
 */
export function isReading(name: string): boolean {
  const said = read(name);
  const { words, last } = said;
  if (last === 'query') return !word.BETWEEN.test(words.at(-2) ?? '');
  if (last === 'subscription') return !word.BETWEEN.test(words.at(-2) ?? '') && !isDoneFirst(said);
  return /.(?:query|subscription)$/.test(last) || (!/mutation/i.test(name) && onlyReads(said));
}

const isDoneFirst = (said: SaidName): boolean =>
  buys(said) || [word.VERB, word.VERB_IF_FIRST, word.GIVES, word.DOES].some((all) => all.test(said.words[0] ?? ''));

/** Whether an operation without a text is called like what it shows: its name does nothing. */
export function isNoun(name: string, toPeople: boolean): boolean {
  const said = read(name);
  const { words, last } = said;
  const [first = ''] = words;
  if (said.isEndless || /mutation/i.test(name) || words.some((one) => word.VERB.test(one))) return false;
  if (word.VERB_IF_FIRST.test(first) || asksForAccess(said) || decidesOnRequest(said) || buys(said) || isToken(said))
    return false;
  if (opensToWorld(said)) return false;
  if (word.LOOKED_AT.test(last)) return !(toPeople && word.LINKS.test(last));
  if (isSurface(said)) return true;
  if (word.VERB_OR_NOUN.test(first) && !(first === 'open' && word.ALWAYS_A_THING.test(last))) return false;
  // Whatever else is done to people is no noun that anybody knows.
  return !toPeople && !words.some((one) => word.GIVES.test(one) && !word.ALWAYS_A_THING.test(one));
}

/** A dialog to invite with and what is in it; what is done *from* one is done. */
const isSurface = (said: SaidName): boolean =>
  !isAbout(said, word.FROM) &&
  (isAbout(said, word.SURFACE) || (word.SHARED.test(said.last) && !said.words.includes('share')));
