import DynamicTable from '@atlaskit/dynamic-table';
import type { AuditEntry, AuditEvent } from '../../../core/audit/index.ts';
import { RequestId } from '../../../core/ids.ts';
import { cellsOf } from '../../components/cells.tsx';
import { When } from '../../components/clock.tsx';
import { FurtherPeople } from '../../components/further-people.tsx';
import { addressOf } from '../../navigation.ts';
import { actorName, auditTypeWords, eventReason, eventWords, isFailure } from '../../words/audit.ts';

const head = {
  cells: [
    { key: 'seq' as const, content: 'No.', width: 6 },
    { key: 'at' as const, content: 'When', width: 23 },
    { key: 'type' as const, content: 'What', width: 17 },
    { key: 'words' as const, content: 'In words', width: 54 },
  ],
};

export const AuditTable = ({ entries }: { entries: readonly AuditEntry[] }) => (
  <div className="gh-table">
    <DynamicTable
      label="Audit log"
      head={head}
      rows={entries.map(({ seq, hash, event }) => ({
        key: String(seq),
        cells: cellsOf(head, {
          seq: (
            <span className="gh-number" title={`Hash ${hash}`}>
              {seq}
            </span>
          ),
          at: <When iso={event.at} both />,
          type: <span className={isFailure(event) ? 'gh-danger' : undefined}>{auditTypeWords[event.type]}</span>,
          words: <Words event={event} />,
        }),
      }))}
    />
  </div>
);

function Words({ event }: { event: AuditEvent }) {
  const reason = eventReason(event);
  const request = 'requestId' in event ? RequestId.safeParse(event.requestId) : null;
  return (
    <div className="gh-stack">
      <span className="gh-name">
        <strong>{actorName(event)}</strong> {eventWords(event, { withNumber: true })}
        {request?.success && (
          <>
            {' '}
            <a href={addressOf({ page: 'request', id: request.data })}>Open request</a>
          </>
        )}
      </span>
      <FurtherPeople event={event} />
      {reason !== null && reason !== '' && <span className="gh-subtle gh-name">“{reason}”</span>}
    </div>
  );
}
