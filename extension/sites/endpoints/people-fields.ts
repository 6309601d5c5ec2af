import type { Json } from './json.ts';

/** A name without what tells spellings and versions apart: `user_account_ids` is `useraccountids`, `usersV2` is `users`. */
export const lettersOf = (name: string): string =>
  name
    // By its end: that of a list counts for each of its entries.
    .slice(-200)
    .replace(/_?v\d+$/i, '')
    .toLowerCase()
    .replace(/[^a-z]/g, '');

const PEOPLE =
  /(?:e?mails?|users?|accounts?|idmembers?|members?|invitees?|recipients?|people|persons?|customers?|participants?|principals?|assignees?|guests?|aaids?|(?<!grouprole)actors?)(?:ids?|keys?|names?|address(?:es)?|list|to(?:add|invite|assign)|byid|details|refs?|aris?)*$/;
/** A word of people anywhere in a name; an id in such a field is somebody's. */
const PERSON_WORD =
  /mail|user|account|member|invitee|recipient|people|person|customer|participant|principal|assignee|guest|actor|identit(?:y|ies)|subjects/;
/** A word that says whose id it is instead. */
const OTHER_WORD =
  /group|team|org|role|resource|site|product|type|tenant|cloud|request|session|trace|hash|digest|avatar|invit(?:e|ation)ids?$|sources?$/;
/** Whom a message goes to. A single word there may be a date or a place. */
const GOES_TO = /^(?:to|b?cc|from)$/;
/** Several people by what they do, or by what they get: of one alone the field says whose a thing is. */
const MANY =
  /(?:grantees|collaborators|owners|contributors|approvers|reviewers|beneficiaries|delegates|externals|contacts|attendees|subscribers|watchers|teammates|colleagues|agents|admins|administrators|managers|partners|invites|invitations)(?:ids|list)?$|^onbehalfof/;
/** What a call is to do besides, and not to whom: `notifyUsers`, `sendEmail`. A short verb is one where a word follows: `userIds` are people. */
const SWITCH = /^(?:send|notify|suppress|show|include|allow|hide|skip|enable|disable|with|should)/i;
const SHORT_SWITCH = /^(?:[iI]s|[hH]as|[uU]se|[cC]an)[A-Z_.-]/;
const SWITCHED = /^\s*(?:true|false|yes|no|on|off)\s*$/i;
/** What is made is described by the fields of its record, and is none of them by an id. */
const MAKES = /^create[A-Z_]/;
/** Names of an account may be a company's. */
const ACCOUNT_NAME = /^(?:customer|account)names?$/;
/** What a record of a person may carry besides: read only where the names above gave nobody. */
const WHO = /^(?:id|value|identifier|key|aaid|username|login)$|names?$/;
/** What a record among people may say of all of them. */
const OF_THEM = /^(?:roles?|types?|kind|status|state|source|locale|language|count|total|size)$/;
const PROSE =
  /(?:message|comment|description|notificationtext)$|^(?:notes?|notetext|notestext|text|body|reason|query|subject|title|summary|content)$/;
/**
 * Who acts or helps, and what nobody is to read. A viewer may be whoever gets that role, and who requests whoever gets what was
 * requested: these count.
 */
const NOT_AIMED =
  /^(?:sender|from|replyto|inviter|invitor|author|approver|initiator|current|loggedin|(?:invited|created|approved|initiated|performed|granted|added|sent|shared)by)(?:e?mail|user|account)*(?:aaid|id|ari|name|address)?$|^(?:support|requestedby)(?:e?mail|user|account)?(?:id|address)?$|(?:password|secret)$/;
/** Whoever acts, in one word; a record of an actor is of whoever has a role, and so is `actorUser`. */
const ACTOR = /^actor(?:e?mail|account)?(?:id|address)?$/;

/**
 * What counts how pages are used. Analytics is an app too, whose users may stand below its name: only the one id of a user there, and
 * nothing that may be an address or several, is that of whoever uses the page.
 */
const MEASURES = /^(?:analytics|telemetry|tracking)(?:data|info|context|attributes|metadata|properties|event)?$/;
const PART_OF_MEASURES = /^(?:data|info|context|attributes|metadata|properties|event)$/;
const MEASURED = /^(?:(?:anonymous|atlassian)?(?:user|account)id|anonymousid|aaid)$/;
const MEASURED_ALONE = /^(?:analytics|telemetry|tracking)(?:anonymous|atlassian)?(?:user|account)id$/;
const ONE_ID = /^[\w:./-]*$/;

/** @param within whether the field is one of such a record */
export const isMeasuring = (name: string, within: boolean): boolean =>
  MEASURES.test(lettersOf(name)) || (within && PART_OF_MEASURES.test(lettersOf(name)));

/** Whether a field of such a record says who uses the page. */
export const isMeasured = (name: string, value: Json): boolean => isOneId(value) && MEASURED.test(lettersOf(name));

const isOneId = (value: Json): boolean =>
  typeof value === 'number' || (typeof value === 'string' && ONE_ID.test(value));

/** Whether a field says what a call is to do besides, and that it shall. */
export const isSwitch = (name: string, value: Json): boolean =>
  (SWITCH.test(name) || SHORT_SWITCH.test(name)) &&
  (typeof value === 'string' || typeof value === 'number') &&
  (SWITCHED.test(String(value)) || /^\s*\d*\s*$/.test(String(value)));

/** Whatever stands under names that end like these is people, each entry one: `externalEmails`, `account_ids`, `inviteeList`. */
export const isPeople = (name: string, value: Json): boolean => {
  const letters = lettersOf(name);
  if (Array.isArray(value) && (GOES_TO.test(letters) || NOT_AIMED.test(letters) || ACTOR.test(letters))) return true;
  if (!PEOPLE.test(letters)) return MANY.test(letters) && (typeof value === 'string' || typeof value === 'object');
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : null;
  if (text === null) return Array.isArray(value) || !MAKES.test(name);
  if (SWITCHED.test(text) || ((SWITCH.test(name) || SHORT_SWITCH.test(name)) && /^\s*\d*\s*$/.test(text))) return false;
  return !ACCOUNT_NAME.test(letters) || /\S(?:[@＠﹫]|%40)\S/i.test(text);
};

/** Whether an id in a field of this name is somebody's, though the name does not end like one of people. */
export const mayHoldIds = (name: string): boolean => {
  const letters = lettersOf(name);
  return PERSON_WORD.test(letters) && !OTHER_WORD.test(letters);
};

/** A field that names groups, or teams: as those who get something, or as what people are put into. */
const GROUPS = /groups?(?:ids?|names?|keys?|list|roleactors?)*$/;
const TEAMS = /teams?(?:ids?|names?|keys?|list)*$/;
export const isGroups = (name: string): boolean => GROUPS.test(lettersOf(name));
export const isTeams = (name: string): boolean => TEAMS.test(lettersOf(name));

/** What one person is called, by which nobody logs in. */
const NAME_OF_PERSON =
  /^(?:invitee|recipient|person|customer|participant|assignee|guest|member|contact)(?:display|full|first|last)?name$/;
export const isNameOfPerson = (name: string): boolean => NAME_OF_PERSON.test(lettersOf(name));

/** A field that tells who somebody is, in a record that stands where people stand. */
export const isWho = (name: string): boolean => WHO.test(lettersOf(name));

/** A field that names nobody where people stand, in whatever shape. */
export const isOfThem = (name: string): boolean => OF_THEM.test(lettersOf(name));

/** What people write to one another may hold an address without aiming at it. */
export const isProse = (name: string): boolean => PROSE.test(lettersOf(name));

/** @param value a list under such a name is one of people: one person acts, and has one secret */
export const isNotAimed = (name: string, value: Json): boolean =>
  !Array.isArray(value) &&
  (NOT_AIMED.test(lettersOf(name)) ||
    (typeof value !== 'object' && ACTOR.test(lettersOf(name))) ||
    (isOneId(value) && MEASURED_ALONE.test(lettersOf(name))));
