import { isOfOther, type SaidName } from './graphql-said.ts';
import * as word from './graphql-words.ts';

/** Names of GraphQL by which access is asked for, decided on, taken up, or opened to the world. */

const REQUEST = /^requests?$/;
const LINK = /^links?$/;
/** Whose request it is, or how all of them are kept or shown. */
const KEPT = /^(?:settings?|propert(?:y|ies)|config|configuration|polic(?:y|ies)|notifications?)$/;

/** Whether a word says what a request is for: `accessRequest`, `joinRequests`. */
export const isOfRequest = ({ words }: SaidName, at: number): boolean =>
  word.ASKED.test(words[at] ?? '') && REQUEST.test(words[at + 1] ?? '');

/** Where a request for access stands in a name as a thing: `accessRequest`, `requestForAccess`; -1 for none. */
function requestAt(said: SaidName): number {
  const { words, heads } = said;
  const asked = words.findLastIndex((one) => word.ASKED.test(one));
  return words.findIndex(
    (one, at) =>
      REQUEST.test(one) &&
      (isOfRequest(said, at - 1) || (/^(?:for|to)$/.test(words[at + 1] ?? '') && asked > at)) &&
      !KEPT.test(heads[at] ?? '') &&
      !isOfOther(said, at),
  );
}

/** Somebody asks for access: a verb of asking and what is asked for, or a request for it that is handed in. */
export function asksForAccess(said: SaidName): boolean {
  const { words, heads, isBehindVerb } = said;
  const at = requestAt(said);
  if (at >= 0) {
    const isVerb = /^(?:for|to)$/.test(words[at + 1] ?? '') && !isBehindVerb[at] && !decides(words.slice(0, at));
    return (
      isVerb || words.some((one) => word.HANDS_IN.test(one) || (word.HANDS_IN_ONE.test(one) && words[at] === 'request'))
    );
  }
  const verb = words.findIndex((one) => word.ASKS.test(one));
  const [before = '', after = ''] = [words[verb - 1], words[verb + 1]];
  if (verb < 0 || isBehindVerb[verb] || words.some((one) => /^tokens?$/.test(one))) return false;
  if (word.OTHER_REQUEST.test(before) || word.OF_REQUEST.test(after)) return false;
  if (words[verb] !== 'request' && !words.some((one, place) => place > verb && (one === 'for' || one === 'to')))
    return false;
  if (/^products?$/.test(heads[verb + 1] ?? '')) return true;
  return words.some((one, place) => place > verb && word.ASKED.test(one) && !isOfOther(said, place));
}

/** In the text of a mutation that is asking, too; without one it may be what is looked at. */
export const isBareRequest = (said: SaidName): boolean =>
  said.last === 'request' &&
  requestAt(said) === said.words.length - 1 &&
  !said.words.some((one) => word.VERB.test(one));

const decides = (words: readonly string[]): boolean => words.some((one) => word.DECIDES.test(one));

/** Somebody decides on a request for access. */
export const decidesOnRequest = (said: SaidName): boolean =>
  requestAt(said) >= 0 && !asksForAccess(said) && (decides(said.words) || said.last === 'decision');

/** Whoever takes up an invitation joins. */
export const acceptsInvitation = ({ words }: SaidName): boolean =>
  words.some((one) => word.TAKES_UP.test(one)) &&
  words.some((one) => /^invit(?:e|ation)s?$/.test(one)) &&
  !words.some((one) => REQUEST.test(one));

/** The whole world may see something, with a link or without. */
export function opensToWorld({ words, heads, last }: SaidName): boolean {
  if (!words.some((one) => word.OPENS.test(one)) && !/^actions?$/.test(last)) return false;
  const isLink = words.some(
    (one, at) =>
      (/^(?:public|shareable|anonymous)$/.test(one) && words.slice(at + 1, at + 3).some((other) => LINK.test(other))) ||
      (LINK.test(one) && words[at + 1] === 'sharing') ||
      (one === 'access' && LINK.test(words[at + 1] ?? '')) ||
      (/^any(?:one|body)$/.test(one) && words.slice(at + 1, at + 3).some((other) => LINK.test(other))),
  );
  if (isLink) return !word.isDescribing(heads.at(-1) ?? '');
  return words.some((one, at) => one === 'anonymous' && word.OF_WORLD.test(words[at + 1] ?? 'access'));
}
