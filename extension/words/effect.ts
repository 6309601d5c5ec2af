import { whomInWords } from '../../core/identity/index.ts';
import type { Effect, SeatCount } from '../../core/licence/index.ts';
import { productName } from '../../core/organization/index.ts';
import { listNames } from './list.ts';

export interface Line {
  readonly tone: 'plain' | 'warning';
  readonly text: string;
}

/**
 * What an action does to seats and money, in sentences: who is new, seats before and after, cost with its source, who
 * pays, limits. What is not known is said to be unknown.
 */
export function effectLines(effect: Effect): Line[] {
  if (effect.product === null) return [plain(appNotKnown)];
  return [...standingLines(effect), ...seatLines(effect), ...costLines(effect), ...limitLines(effect)];
}

type Target = Effect['targets'][number];
const nameOf = (target: Target): string => target.name ?? whomInWords(target);

/** Everything hangs on the app: without one there is nothing to say of seats. */
const appNotKnown = 'Which app this is about is not known, nor are its seats and cost.';

function standingLines({ targets, product }: Effect): Line[] {
  const lines: string[] = [];
  const of = (standing: Target['standing']) => targets.filter((target) => target.standing === standing);
  const [fresh, seatless, unknown] = [of('new'), of('without-seat'), of('unknown')];
  if (targets.length > 1 && fresh.length > 0)
    lines.push(
      `${fresh.length} of ${targets.length} people ${fresh.length === 1 ? 'is' : 'are'} new: ${listNames(fresh.map(nameOf))}.`,
    );
  else if (fresh.length === 1) lines.push(`${listNames(fresh.map(nameOf))} is new here.`);
  if (seatless.length > 0)
    lines.push(
      `${listNames(seatless.map(nameOf))} ${seatless.length === 1 ? 'has' : 'have'} an account but no ${productName(product)} seat yet.`,
    );
  if (unknown.length > 0)
    lines.push(
      `Whether ${listNames(unknown.map(nameOf))} already ${unknown.length === 1 ? 'has' : 'have'} access is not known.`,
    );
  return lines.map(plain);
}

function seatLines({ seats, seatsAfter, seatsTaken, product, siteHost }: Effect): Line[] {
  if (seatsTaken === 0) return [plain('No seat is taken.')];
  const app = `${productName(product)} on ${siteHost}`;
  if (seats.used === null) return [plain(`${app}: how many seats are in use is not known.`)];
  const after = seatsAfter.used === null ? 'unknown' : String(seatsAfter.used);
  return [plain(`${app}: ${usedOf(seats)} seats used → ${after}.`)];
}

const usedOf = ({ used, total, unlimited }: SeatCount): string => {
  if (unlimited) return `${used} (unlimited)`;
  return total === null ? `${used} (total not known)` : `${used} of ${total}`;
};

function costLines({ cost, seatsTaken, payer }: Effect): Line[] {
  if (seatsTaken === 0) return [];
  if (!cost.known) return [plain(`What it costs is not known. ${cost.why}`)];
  const source = `price book: ${cost.source}${cost.verified ? '' : ', unverified'}`;
  return [plain(`About ${cost.amount} ${cost.currency} a ${cost.period} more (${source}). ${payer} pays.`)];
}

const limits: ReadonlySet<string> = new Set(['free-plan-cliff', 'over-limit']);

const limitLines = ({ reasons }: Effect): Line[] =>
  reasons.filter(({ code }) => limits.has(code)).map(({ text }) => ({ tone: 'warning', text }));

const plain = (text: string): Line => ({ tone: 'plain', text });
