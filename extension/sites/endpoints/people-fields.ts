import type { Json } from './body.ts';

/** A name without what tells spellings apart: `user_account_ids` is `useraccountids`. */
export const lettersOf = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');

const PEOPLE =
  /(?:e?mails?|users?|accounts?|idmembers?|members?|invitees?|recipients?|people|persons?|customers?|participants?|principals?|assignees?|guests?|aaids?)(?:ids?|keys?|names?|address(?:es)?|list)?$/;
/** Whom a message goes to. A single word there may be a date or a place. */
const GOES_TO = /^(?:to|b?cc)$/;
/** What a record of a person may carry besides: read only where the names above gave nobody. */
const WHO = /^(?:id|value|identifier|key|aaid|username|login)$|names?$/;
const PROSE =
  /(?:message|comment|description|notificationtext)$|^(?:notes?|notetext|notestext|text|body|reason|query|subject|title|summary|content)$/;
/** Who acts, and what nobody is to read. */
const NOT_AIMED =
  /^(?:sender|from|replyto|inviter|invitor|invitedby|author|actor|requestedby|createdby)(?:e?mail|user|account)?(?:id|address)?$|(?:password|secret)$/;

/** Whatever stands under names that end like these is people, each entry one: `externalEmails`, `account_ids`, `inviteeList`. */
export const isPeople = (name: string, value: Json): boolean => {
  const letters = lettersOf(name);
  return PEOPLE.test(letters) || (Array.isArray(value) && GOES_TO.test(letters));
};

/** A field that tells who somebody is, in a record that stands where people stand. */
export const isWho = (name: string): boolean => WHO.test(lettersOf(name));

/** What people write to one another may hold an address without aiming at it. */
export const isProse = (name: string): boolean => PROSE.test(lettersOf(name));

export const isNotAimed = (name: string): boolean => NOT_AIMED.test(lettersOf(name));
