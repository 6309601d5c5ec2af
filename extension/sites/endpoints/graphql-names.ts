/** What operations and fields of GraphQL do by the words of their names (I): Atlassian describes none of them. */

/**
 * What sends something to addresses and gives nobody access: reports, exports, subscriptions. What nobody described is not among
 * them.
 */
const SENDS_ONLY = /report|export|digest|subscri|notif|feedback|analytic|survey|delete|remove|revoke|deny|decline/i;
/** What gives by itself, whatever follows. */
const GIVES =
  /^(?:invit(?:e|es|ation|ations)|share|grant|join|collaborate|entitle|provision|enroll?|onboard|purchase)$/;
/** A first word that takes it away, or only says that somebody saw it: `revokeAccess`, `adminRemoveMember`, `dismissInviteBanner`. */
const TAKES = /^(?:delet|remov|revok|den[yi]|declin|cancel|dismiss|leav|unshar|mark|track|log|hide|view)/;
const DOES =
  /^(?:invit|shar|grant|join|add|assign|giv|approv|allow|provision|creat|open$|set$|updat|chang|replac|edit|save|upsert|put|allocat|enabl|mak|start|activat|upgrad|enroll?|onboard|purchas|generat)/;
/** Those that give somebody who had nothing something new. */
const ADDS = /^(?:add|creat|replac|assign|allocat|giv|approv|allow|activat|upsert)/;
/** What is given. */
const GIVEN =
  /^(?:access|members?|memberships?|roles?|permissions?|collaborators?|guests?|entitlements?|licen[cs]es?|seats?|trials?|public)$/;
const PERSON = /^(?:users?|teammates?|agents?|customers?|people|persons?)$/;
const TOKEN = /^tokens?$/;
/** Tokens for whom they stand, and not for a file. */
const TOKEN_OF = /^(?:api|access|personal|service)$/;
const FILE = /^(?:media|upload|file|download|refresh)$/;
/** What is bought, and so may be activated or upgraded. */
const BOUGHT =
  /^(?:products?|apps?|sites?|editions?|plans?|subscriptions?|entitlements?|licen[cs]es?|accounts?|trials?)$/;
/** What a page shows or remembers. */
const SHOWN =
  /^(?:modal|banner|panel|dialog|popup|tooltip|preferences?|columns?|layout|impression|spotlight|menu|capabilit(?:y|ies))$/;
/** What is only told: that something happened, that somebody saw it, how something looks or in what order. */
const HAPPENED = /^(?:record|send|emit|publish|collect) (?:.* )?(?:analytics?|events?|metrics?|telemetry)$/;
const SEEN = /^(?:seen|shown|viewed)$/;
const DESCRIBES = /^(?:updat|set|edit|chang|sav).* (?:descriptions?|order)$/;
const CONSENT = /^grant(?: .*)? consents?$/;
/** What people say and do to one another, and what they are asked to do: given to a person, it gives nothing else. */
const TOLD = /^(?:kudos|praise|thanks|awards?|achievements?|reactions?)$/;
const WORK =
  /^(?:issues?|tasks?|work|workitems?|items?|tickets?|requests?|incidents?|alerts?|stor(?:y|ies)|epics?|goals?)$/;
/** Said in public, and not made public. */
const SAID = /^(?:comments?|repl(?:y|ies)|notes?|messages?|responses?)$/;
/** A filter is shown, too, but it can be shared. */
const FILTERS = /^filters?$/;
/** What one joins for as long as it is open. */
const MEETS = /^(?:session|presence|call|meeting|huddle)$/;
/** Where something is done from: `inviteFromModal`. */
const FROM = /^(?:from|via|by|in|with|through)$/;
const READS = /^(?:get|fetch|load|list|search|find|check|is|has|can)$/;
/** A verb and what it does, written as one word. */
const GLUED =
  /^(invite|share|grant|join|add|assign|provision|create|set|update|enable|make)(?=(?:access|members?|roles?|permissions?|guests?|licen[cs]es?|seats?|public|users?|people|with)\b)/i;

const wordsOf = (name: string): string[] =>
  name
    .replace(GLUED, '$1 ')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');

/** What is left of a name without the words that say of what kind it is. */
const ofKind = /^(?:mutation|input|payload|v?\d+)$/;

/**
 * Whether something gives access by its name, whether or not anybody can read to whom.
 * @param toPeople whether people are given to it: then it need not say what it does with the access or role in its name
 */
export function isGiving(name: string, toPeople = false): boolean {
  const words = wordsOf(name).filter((word) => !ofKind.test(word));
  const [last = ''] = words.slice(-1);
  const isAbout = (pattern: RegExp): boolean => words.some((word) => pattern.test(word));
  const takes = words.findIndex((word) => TAKES.test(word));
  if (takes >= 0 && !words.slice(0, takes).some((word) => DOES.test(word))) return false;
  if ((SHOWN.test(last) && !isAbout(FROM)) || onlyReads(words) || onlyTells(words, last)) return false;
  if (words.some((word) => GIVES.test(word) && !(word === 'join' && isAbout(MEETS)))) return true;
  if (FILTERS.test(last)) return false;
  const isGiven = (word: string, index: number): boolean =>
    GIVEN.test(word) && !(word === 'public' && SAID.test(last)) && !(word === 'access' && words[index - 1] === 'last');
  if (words.some(isGiven) && (toPeople || isAbout(DOES))) return !isAbout(TOKEN) || isToken(words);
  return isToken(words) || (PERSON.test(last) && addsPerson(words, last)) || buys(words, last);
}

function onlyTells(words: readonly string[], last: string): boolean {
  const whole = words.join(' ');
  return SEEN.test(last) || [HAPPENED, DESCRIBES, CONSENT].some((pattern) => pattern.test(whole));
}

/** Agents that somebody creates are programs; those who are added are people. Work and praise are given to people who are there. */
function addsPerson(words: readonly string[], last: string): boolean {
  if (words.some((word) => TOLD.test(word))) return false;
  const isWork = words.some((word) => WORK.test(word));
  return words.some(
    (word) =>
      ADDS.test(word) &&
      !(word.startsWith('creat') && /^agents?$/.test(last)) &&
      !(word.startsWith('assign') && isWork),
  );
}

/** A plan that one starts is one of work, and an installation is one of an app that is there. */
const buys = (words: readonly string[], last: string): boolean =>
  words.some((word) => /^(?:activat|upgrad|start)/.test(word)) &&
  words.some((word) => BOUGHT.test(word)) &&
  !/^installations?$/.test(last) &&
  !/^start plans?$/.test(words.join(' '));

/** `getOrCreateUser` does more than read. */
const onlyReads = (words: readonly string[]): boolean =>
  READS.test(words[0] ?? '') && !words.some((word) => word === 'or' || word === 'and');

const isToken = (words: readonly string[]): boolean =>
  words.some((word) => TOKEN.test(word)) &&
  words.some((word) => TOKEN_OF.test(word)) &&
  words.some((word) => DOES.test(word)) &&
  !words.some((word) => FILE.test(word));

/** A field of a result may be called like what it holds (`members`, `createdUser`): there only what is done gives. */
export const isDoing = (name: string): boolean => isGiving(name) && wordsOf(name).some((word) => DONE.test(word));
const DONE =
  /^(?:invite|grant|share|join|add|assign|give|approve|allow|provision|enroll?|onboard|activate|start|upgrade|purchase|create|set|update|enable|make|allocate)$/;

export const isExempt = (name: string): boolean => SENDS_ONLY.test(name) && !isGiving(name);

/** Whether an operation only reads, by its name. */
export const isReading = (name: string): boolean => /(?:query|subscription)$/i.test(name) || onlyReads(wordsOf(name));
