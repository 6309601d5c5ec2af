import Lozenge from '@atlaskit/lozenge';
import type { RequestDetail } from '../../../core/contract/routes/requests.ts';
import { type Effect, seatLineWords, seatsOf } from '../../../core/licence/index.ts';
import { useLocale } from '../../components/clock.tsx';
import { Notice } from '../../components/notice.tsx';
import { capital } from '../../words/requests.ts';
import {
  appChange,
  besides,
  costWords,
  fullness,
  lineChange,
  takenWords,
  unknownsOf,
  warningsOf,
  whenAsked,
} from '../../words/seats.ts';

/**
 * Seats before and after, what it costs and who pays: as things stand while somebody may approve it or try it again, afterwards as they
 * stood on approval. What was asked for stands beside it where that was something else.
 */
export function EffectCard({ detail: { request, now } }: { detail: Pick<RequestDetail, 'request' | 'now'> }) {
  const locale = useLocale();
  const effect = now ? now.effect : (request.effectOnApproval ?? request.effect);
  const asked = effect && request.effect && whenAsked(effect, request.effect, locale);
  return (
    <section className="gh-panel" aria-labelledby="gh-effect">
      <h2 id="gh-effect">What it takes</h2>
      {effect === null ? (
        <Notice tone="information">Seats and cost are not known before somebody says which site this is about.</Notice>
      ) : (
        <Figures effect={effect} />
      )}
      {asked && (
        <Notice tone="information" title="When it was asked, this was something else">
          {asked}
        </Notice>
      )}
    </section>
  );
}

function Figures({ effect }: { effect: Effect }) {
  const locale = useLocale();
  const { cost, payer, seats, seatsAfter } = effect;
  return (
    <>
      <div className="gh-figures">
        <div className="gh-figure">
          <span className="gh-figure-label">{appSeats(effect)}</span>
          <span className="gh-figure-value">{appChange(effect)}</span>
          <Meter before={fullness(seats)} after={fullness(seatsAfter)} />
          <span className="gh-subtle">{takenWords(effect)}</span>
        </div>
        <div className="gh-figure">
          <span className="gh-figure-label">Extra cost, paid by {payer}</span>
          <span className="gh-figure-value">{costWords(cost, locale)}</span>
          {cost.known ? (
            <span className="gh-subtle gh-cost-source">
              {cost.verified ? (
                <Lozenge appearance="success">Verified price</Lozenge>
              ) : (
                <Lozenge appearance="moved">Unverified price</Lozenge>
              )}
              Source: {cost.source}
            </span>
          ) : (
            <span className="gh-subtle">{cost.why}</span>
          )}
        </div>
      </div>
      {effect.lines.length > 0 && besides(effect).length > 0 && <Lines effect={effect} />}
      {warningsOf(effect).map((text) => (
        <Notice key={text} tone="warning">
          {text}
        </Notice>
      ))}
      {unknownsOf(effect).map((text) => (
        <Notice key={text} tone="information">
          {text}
        </Notice>
      ))}
    </>
  );
}

const appSeats = ({ product, siteHost }: Effect): string =>
  product === null ? `Seats on ${siteHost}: app not known` : `${capital(seatsOf(product))} on ${siteHost}`;

/** Every app that the group gives: approving one app gives them all. */
const Lines = ({ effect }: { effect: Effect }) => (
  <div className="gh-gives">
    <h3>Everything this gives</h3>
    <ul>
      {effect.lines.map((line) => (
        <li key={`${line.cloudId} ${line.product}`}>
          <span className="gh-name">{seatLineWords(line)}</span>
          <span className="gh-subtle"> · seats {lineChange(line)}</span>
        </li>
      ))}
    </ul>
  </div>
);

function Meter({ before, after }: { before: number | null; after: number | null }) {
  if (before === null || after === null) return null;
  const width = (share: number) => `${Math.min(100, share * 100)}%`;
  return (
    <span className={`gh-meter gh-meter-large${after > 1 ? ' gh-meter-over' : ''}`} aria-hidden="true">
      <span className="gh-meter-after" style={{ width: width(after) }} />
      <span style={{ width: width(before) }} />
    </span>
  );
}
