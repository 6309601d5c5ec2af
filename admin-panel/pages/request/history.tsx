import type { AuditEntry, AuditEventType } from '../../../core/audit/index.ts';
import { When } from '../../components/clock.tsx';
import { FurtherPeople } from '../../components/further-people.tsx';
import { Glyph, type GlyphName } from '../../components/glyph.tsx';
import { actorName, eventReason, eventWords } from '../../words/audit.ts';

const glyphs: Partial<Record<AuditEventType, GlyphName>> = {
  'request.approved': 'check',
  'grant.finished': 'check',
  'grant.done-by-hand': 'check',
  'request.denied': 'cross',
  'grant.failed': 'danger',
  'grant.postponed': 'warning',
};

/** What happened to the request, oldest first, from the audit log. */
export function History({ entries }: { entries: readonly AuditEntry[] }) {
  const inOrder = entries.toSorted((a, b) => a.seq - b.seq);
  const first = inOrder.find(({ event }) => event.type === 'request.submitted');
  return (
    <section className="gh-panel" aria-labelledby="gh-history">
      <h2 id="gh-history">History</h2>
      <ol className="gh-history">
        {inOrder.map(({ seq, event }) => {
          // The reason of whoever asked first stands above.
          const reason = seq === first?.seq ? null : eventReason(event);
          return (
            <li key={seq}>
              <Glyph name={glyphs[event.type] ?? 'dot'} />
              <div>
                <p className="gh-name">
                  <strong>{actorName(event)}</strong> {eventWords(event, { withNumber: false })}
                </p>
                <FurtherPeople event={event} />
                {reason !== null && reason !== '' && <p className="gh-history-reason gh-name">{reason}</p>}
                <p className="gh-subtle">
                  <When iso={event.at} both />
                  {event.type === 'grant.postponed' && (
                    <>
                      {' '}
                      · next try <When iso={event.until} />
                    </>
                  )}
                </p>
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
