import Lozenge from '@atlaskit/lozenge';
import type { Effect } from '../../core/licence/index.ts';
import { productName } from '../../core/organization/index.ts';
import { appChange, besides, costWords, warningsOf, whenAsked } from '../words/seats.ts';
import { useLocale } from './clock.tsx';

/** Seats and cost in two lines of a list; what must catch the eye stands below, and what was asked for where that was something else. */
export function EffectSummary({ effect, asked }: { effect: Effect | null; asked: Effect | null }) {
  const locale = useLocale();
  if (effect === null) return <span className="gh-subtle">Not known before the site is</span>;
  const isFreePlanEnd = effect.reasons.some(({ code }) => code === 'free-plan-cliff');
  const before = asked && whenAsked(effect, asked, locale);
  return (
    <div className="gh-stack">
      <span className="gh-number gh-clamp">{isUnknown(effect) ? 'Seats unknown' : appChange(effect)}</span>
      {besides(effect).length > 0 && (
        <span className="gh-number gh-clamp">
          and{' '}
          {besides(effect)
            .map(({ product }) => productName(product))
            .join(', ')}
        </span>
      )}
      <span className="gh-subtle gh-clamp">
        {costWords(effect.cost, locale)}
        {effect.cost.known && !effect.cost.verified && ' · unverified'}
      </span>
      {warningsOf(effect).length > 0 && (
        <Lozenge appearance="moved">{isFreePlanEnd ? 'Free plan ends' : 'Over limit'}</Lozenge>
      )}
      {before !== null && <span className="gh-subtle gh-clamp">When asked: {before}</span>}
    </div>
  );
}

const isUnknown = ({ seats, seatsAfter, seatsTaken }: Effect): boolean =>
  seatsTaken !== 0 && !seats.unlimited && seats.used === null && seats.total === null && seatsAfter.used === null;
