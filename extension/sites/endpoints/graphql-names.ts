import type { Intent } from '../../../core/policy/index.ts';

/** What operations and fields of GraphQL do by the words of their names (I): Atlassian describes none of them. */

/**
 * What sends something to addresses and gives nobody access: reports, exports, subscriptions. What nobody described is not among
 * them.
 */
const SENDS_ONLY = /report|export|digest|subscri|notif|feedback|analytic|survey|delete|remove|revoke|deny|decline/i;
/** What gives by itself, whatever follows. */
const GIVES =
  /^(?:(?:re)?invit(?:e|es|ation|ations)|share|grant|join|collaborate|entitle|provision|enroll?|onboard|purchase|buy)$/;
/** A first word that takes it away, or only says that somebody saw it: `revokeAccess`, `adminRemoveMember`, `dismissInviteBanner`. */
const TAKES =
  /^(?:delet|remov|revok|den[yi]|declin|cancel|dismiss|leav|unshar|mark|track|log|hide|view|sort|reorder|rearrang)/;
const DOES =
  /^(?:invit|shar|grant|join|add|assign|giv|approv|allow|provision|creat|open$|set$|updat|chang|replac|edit|save|upsert|put|allocat|enabl|mak|start|activat|upgrad|enroll?|onboard|purchas|generat|promot|elevat|restor|reactivat|reinstat|unsuspend|mint|rotat|regenerat)/;
/** Those that give somebody who had nothing something new. */
const ADDS =
  /^(?:add|creat|replac|assign|allocat|giv|approv|allow|activat|upsert|restor|reactivat|reinstat|unsuspend|readd)/;
/** What is given. */
const GIVEN =
  /^(?:access|members?|memberships?|roles?|permissions?|collaborators?|guests?|entitlements?|licen[cs]es?|seats?|trials?|public)$/;
const PERSON = /^(?:users?|teammates?|agents?|customers?|people|persons?)$/;
const AGENT = /^agents?$/;
const CUSTOMER = /^customers?$/;
/** Where people are put so that they have what everybody has there. */
const PLACE = /^(?:groups?|orgs?|organi[sz]ations?|sites?|products?|apps?|roles?|projects?|spaces?)$/;
const ADMIN = /^(?:admins?|administrators?)$/;
const TOKEN = /^tokens?$/;
/** Tokens for whom they stand, and not for a file. */
const TOKEN_OF = /^(?:api|access|personal|service)$/;
const FILE = /^(?:media|upload|file|download|refresh)$/;
/** What is bought, and so may be activated or upgraded. */
const BOUGHT =
  /^(?:products?|apps?|sites?|editions?|plans?|subscriptions?|entitlements?|licen[cs]es?|accounts?|trials?)$/;
/** What of it costs more or less, and what is new. */
const PLAN = /^(?:editions?|plans?|premium|standard|enterprise)$/;
const TRIAL = /^trials?$/;
/** What a page shows or remembers. */
const SHOWN =
  /^(?:modal|banner|panel|dialog|popup|tooltip|preferences?|columns?|layout|impression|spotlight|menu|capabilit(?:y|ies))$/;
/** What is only told: that something happened, that somebody saw it, how something looks or in what order. */
const HAPPENED = /^(?:record|send|emit|publish|collect) (?:.* )?(?:analytics?|events?|metrics?|telemetry)$/;
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
const OPENED = /^join (?:.* )?(?:room|page|document|editor)$/;
const MEETING = /^invite (?:.* )?to (?:meeting|huddle)$/;
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
const saidBy = (name: string): string[] => wordsOf(name).filter((word) => !ofKind.test(word));

/**
 * Whether something gives access by its name, whether or not anybody can read to whom.
 * @param toPeople whether people are given to it: then it need not say what it does with the access or role in its name
 */
export function isGiving(name: string, toPeople = false): boolean {
  const words = saidBy(name);
  const [last = ''] = words.slice(-1);
  const isAbout = (pattern: RegExp): boolean => words.some((word) => pattern.test(word));
  const takes = words.findIndex((word) => TAKES.test(word));
  if (takes >= 0 && !words.slice(0, takes).some((word) => DOES.test(word))) return false;
  if ((SHOWN.test(last) && !isAbout(FROM)) || onlyReads(words) || onlyTells(words, last)) return false;
  if (isToken(words) || opensTo(words) || migrates(words) || buys(words, last)) return true;
  if (words.some((word) => GIVES.test(word) && !isMeant(words, word))) return true;
  if (FILTERS.test(last)) return false;
  const isGiven = (word: string, index: number): boolean =>
    GIVEN.test(word) && !(word === 'public' && SAID.test(last)) && !(word === 'access' && words[index - 1] === 'last');
  if (words.some(isGiven) && (toPeople || isAbout(DOES))) return !isAbout(TOKEN);
  return makesAdmin(words, last) || addsPerson(words, last);
}

/** Whether a word that gives by itself means something else here: a call is joined, and praise is granted. */
const isMeant = (words: readonly string[], word: string): boolean =>
  (word === 'join' && words.some((one) => MEETS.test(one))) ||
  (word === 'grant' && words.some((one) => TOLD.test(one)));

function onlyTells(words: readonly string[], last: string): boolean {
  const whole = words.join(' ');
  return (
    SEEN.test(last) ||
    [HAPPENED, DESCRIBES, CONSENT, PRESENT, NAMED_AFTER, OPENED, MEETING].some((pattern) => pattern.test(whole))
  );
}

/**
 * Agents that somebody creates are programs; those who are added are people. Work and praise are given to people who are there, and
 * so is anything else that is added *to* one. People who are added to a group or a site have what it has.
 */
function addsPerson(words: readonly string[], last: string): boolean {
  if (words.some((word) => TOLD.test(word))) return false;
  const to = words.findIndex((word) => /^(?:in)?to$|^in$|^for$/.test(word));
  const before = words.slice(0, Math.max(to, 0));
  const isPut = PLACE.test(last) && before.some((word) => PERSON.test(word) && !AGENT.test(word));
  if (!isPut && !PERSON.test(last)) return false;
  const isThing =
    to > 1 && !before.some((word) => PERSON.test(word) || GIVEN.test(word) || BOUGHT.test(word) || PLACE.test(word));
  if (isThing) return false;
  const isWork = words.some((word) => WORK.test(word));
  return words.some(
    (word) =>
      (ADDS.test(word) || (isPut && /^(?:put|mov)/.test(word))) &&
      !(word.startsWith('creat') && AGENT.test(last)) &&
      !(word.startsWith('assign') && isWork),
  );
}

/** Somebody becomes an administrator, or the owner of a whole place; the owner of a goal has work. */
const makesAdmin = (words: readonly string[], last: string): boolean =>
  (ADMIN.test(last) && words.some((word) => DOES.test(word))) ||
  /^(?:add|(?:add|set|mak|assign)\S* (?:org|organi[sz]ation|site|space|group)) owners?$/.test(words.join(' '));

/** A plan that one starts or changes may be one of work where it is not `changePlan`, and an installation is one of an app that is there. */
function buys(words: readonly string[], last: string): boolean {
  const whole = words.join(' ');
  if (/^installations?$/.test(last) || whole === 'start plan' || whole === 'start plans') return false;
  return (
    (words.some((word) => /^(?:activat|upgrad|start)/.test(word)) && words.some((word) => BOUGHT.test(word))) ||
    (words.some((word) => /^(?:extend|begin|try|convert)$/.test(word)) && words.some((word) => TRIAL.test(word))) ||
    /^(?:chang|switch|convert)\S* (?:(?:product|app|site|billing|subscription|to) )*(?:plan|edition)$/.test(whole) ||
    /^try (?:product|app|premium|standard|enterprise)$/.test(whole) ||
    /^order (?:products?|apps?|seats?|licen[cs]es?|subscriptions?)$/.test(whole) ||
    /^(?:add|creat|enabl|provision)\S* (?:product|site)$/.test(whole)
  );
}

/** Everybody of a domain may come in, or whoever has the link. */
const opensTo = (words: readonly string[]): boolean =>
  words.some((word) => DOES.test(word)) &&
  /\b(?:invit(?:e|ation)|join|sign ?up)s? links?$|\b(?:self |domain )sign ?up$|^(?:add|approv|allow)\S* (?:(?:approved|email) )?domains?$/.test(
    words.join(' '),
  ) &&
  !/^add domains?$/.test(words.join(' '));

const migrates = (words: readonly string[]): boolean =>
  /^(?:migrat|convert)\S* (?:.* )?customers?(?: to .*)?$/.test(words.join(' '));

/** `getOrCreateUser` does more than read. */
const onlyReads = (words: readonly string[]): boolean =>
  READS.test(words[0] ?? '') && !words.some((word) => word === 'or' || word === 'and' || word === 'mutation');

const isToken = (words: readonly string[]): boolean =>
  (/\bapi keys?$/.test(words.join(' ')) ||
    (words.some((word) => TOKEN.test(word)) && words.some((word) => TOKEN_OF.test(word)))) &&
  (words.some((word) => DOES.test(word)) || words[0] === 'issue') &&
  !words.some((word) => FILE.test(word));

/**
 * What something does that gives access by its name.
 * @param unread what it counts as where its name does not say more
 * @param toPeople whether people are given to it: then it gives them something besides what people do for themselves
 */
export function intentsByName(name: string, unread: Intent, toPeople: boolean): Intent[] {
  const words = saidBy(name);
  const isAbout = (pattern: RegExp): boolean => words.some((word) => pattern.test(word));
  if (migrates(words)) return ['migrate-customer'];
  const own: Intent[] = [];
  if (isToken(words)) own.push('create-api-token');
  else if (opensTo(words)) own.push('create-invite-link');
  else if (isAbout(/^(?:public|anonymous)$/)) own.push('make-public');
  else if (isAbout(/^(?:purchase|buy)$/) || buys(words, words.at(-1) ?? '')) own.push(...bought(words));
  else if (isAbout(CUSTOMER) && !isAbout(GIVEN))
    return isAbout(WHOLE) ? ['create-customer', unread] : ['create-customer'];
  const isOnlyOwn = own.length > 0 && !toPeople && (opensTo(words) || !isAbout(TO_PEOPLE));
  return isOnlyOwn ? own : [...own, unread];
}

/** What is given to somebody, whatever else the name says. */
const TO_PEOPLE = /^(?:(?:re)?invite|share|grant|join|collaborate|enroll?|onboard)$/;
/** Where customers are put who are more than that. */
const WHOLE = /^(?:groups?|orgs?|organi[sz]ations?|sites?|products?|apps?)$/;

/** Where it says neither that a plan changes nor that something is new, it may be either. */
function bought(words: readonly string[]): Intent[] {
  const isPlan = words.some((word) => PLAN.test(word));
  const isNew = words.some(
    (word) => TRIAL.test(word) || /^(?:purchas|buy|order|provision|activat|add|creat|enabl|try)/.test(word),
  );
  return [
    ...(isNew || !isPlan ? (['start-app'] as const) : []),
    ...(isPlan || !isNew ? (['change-plan'] as const) : []),
  ];
}

/** A field of a result may be called like what it holds (`members`, `createdUser`): there only what is done gives. */
export const isDoing = (name: string): boolean => isGiving(name) && wordsOf(name).some((word) => DONE.test(word));
const DONE =
  /^(?:(?:re)?invite|grant|share|join|add|assign|give|approve|allow|provision|enroll?|onboard|activate|start|upgrade|purchase|buy|create|set|update|enable|make|allocate|put|move|promote|restore|reactivate|reinstate|unsuspend|migrate|convert|change|switch|try|begin|extend|order|issue|mint|generate)$/;

export const isExempt = (name: string): boolean => SENDS_ONLY.test(name) && !isGiving(name);

/** Whether an operation only reads, by its name. */
export const isReading = (name: string): boolean => /(?:query|subscription)$/i.test(name) || onlyReads(wordsOf(name));
