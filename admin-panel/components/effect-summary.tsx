import Lozenge from '@atlaskit/lozenge';
import type { Effect } from '../../core/licence/index.ts';
import { productName } from '../../core/organization/index.ts';
import { appChange, besides, costWords, warningsOf } from '../words/seats.ts';
import { useLocale } from './clock.tsx';

/** Seats and cost in two lines of a list; what must catch the eye stands below. */
export function EffectSummary({ effect }: { effect: Effect | null }) {
  const locale = useLocale();
  if (effect === null) return <span className="gh-subtle">Not known before the site is</span>;
  const isFreePlanEnd = effect.reasons.some(({ code }) => code === 'free-plan-cliff');
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
    </div>
  );
}

const isUnknown = ({ seats, seatsAfter, seatsTaken }: Effect): boolean =>
  seatsTaken !== 0 && !seats.unlimited && seats.used === null && seats.total === null && seatsAfter.used === null;
