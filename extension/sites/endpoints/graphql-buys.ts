import type { Intent } from '../../../core/policy/index.ts';
import type { SaidName } from './graphql-said.ts';
import * as word from './graphql-words.ts';

/**
 * Whether something new is bought, or more of it. A plan that one starts or changes may be one of work where it is not `changePlan`, and
 * an installation is one of an app that is there.
 */
export function buys(said: SaidName): boolean {
  const { words, heads, whole, last } = said;
  if (/^installations?$/.test(last) || whole === 'start plan' || whole === 'start plans') return false;
  const isTried = words.some((one) => /^(?:extend|begin|try|convert)$/.test(one));
  return (
    words.some((one, at) => /^(?:activat|upgrad|start)(?!.*ed$)/.test(one) && isBoughtAt(said, at)) ||
    (isTried && words.some((one, at) => word.TRIAL.test(one) && !word.isProcess(heads[at] ?? ''))) ||
    PURCHASES.some((pattern) => pattern.test(whole))
  );
}

/** Behind the name of an app, as Atlassian's names begin. */
const OF = '(?:(?:a|my|the|new|product|app|site|billing|subscription|pricing|to) )*';
const PURCHASES = [
  `\\b(?:chang|switch|convert|mov)\\S* ${OF}(?:plan|edition|premium|standard|enterprise)$`,
  `\\b(?:set|updat|select|choos)\\S* ${OF}edition$`,
  '\\b(?:select|choos)\\S* (?:product|app|site|billing|subscription|pricing) plan$',
  '\\benabl\\S* (?:premium|enterprise)$',
  '^try (?:product|app|premium|standard|enterprise)$',
  '^order (?:products?|apps?|seats?|licen[cs]es?|subscriptions?)$',
  `\\b(?:plac|confirm|submit|complet)\\S* ${OF}(?:orders?|checkout|purchase)(?: lite)?$`,
  '^(?:add|creat|enabl|provision)\\S* (?:product|site)$',
  '\\bcreat\\S* (?:product |app |site )?(?:trials?|entitlements?)$',
  '\\b(?:add|set|increas|updat|chang|buy)\\S* (?:user |agent |product )?(?:seats|licen[cs]es)(?: counts?| quantity| limit)?$',
].map((pattern) => new RegExp(pattern));

/** Whether what a verb does it with is bought, and no part of it: what follows the verb, or stands before it at the end of a name. */
function isBoughtAt({ words, heads }: SaidName, verb: number): boolean {
  const isAtEnd = verb === words.length - 1;
  const isTo = words[verb + 1] === 'to';
  const from = isTo ? verb + 2 : verb + 1;
  const head = (isAtEnd ? words[verb - 1] : heads[from]) ?? '';
  const phrase = words.slice(from, words.indexOf(head, from));
  if (word.BOUGHT.test(head))
    return isAtEnd || !word.PLAN_OR_OTHER.test(head) || phrase.every((one) => word.OF_BOUGHT.test(one));
  if (isTo && word.LEVEL.test(head)) return true;
  return (
    (word.OFFER.test(head) && phrase.some((one) => word.BOUGHT.test(one))) ||
    (!word.isDescribing(head) && phrase.some((one) => word.TRIAL.test(one)))
  );
}

const SEATS = /^(?:seats|licen[cs]es)$/;

/** Where it says neither that a plan changes nor that something is new, it may be either. */
export function bought({ words }: SaidName): Intent[] {
  const isPlan = words.some((one) => word.PLAN.test(one) || SEATS.test(one));
  const isNew = words.some(
    (one) =>
      word.TRIAL.test(one) ||
      /^(?:purchas|buy|order|checkout|provision|activat|creat|enabl|try)/.test(one) ||
      (one === 'add' && !words.some((other) => SEATS.test(other))),
  );
  return [
    ...(isNew || !isPlan ? (['start-app'] as const) : []),
    ...(isPlan || !isNew ? (['change-plan'] as const) : []),
  ];
}
