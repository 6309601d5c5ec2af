import DynamicTable from '@atlaskit/dynamic-table';
import type { AuditEntry, AuditEvent } from '../../../core/audit/index.ts';
import { RequestId } from '../../../core/ids.ts';
import { When } from '../../components/clock.tsx';
import { addressOf } from '../../navigation.ts';
import { actorName, auditTypeWords, eventReason, eventWords, isFailure } from '../../words/audit.ts';

const head = {
  cells: [
    { key: 'seq', content: 'No.', width: 6 },
    { key: 'at', content: 'When', width: 23 },
    { key: 'type', content: 'What', width: 17 },
    { key: 'words', content: 'In words', width: 54 },
  ],
};

export const AuditTable = ({ entries }: { entries: readonly AuditEntry[] }) => (
  <div className="gh-table">
    <DynamicTable
      label="Audit log"
      head={head}
      rows={entries.map(({ seq, hash, event }) => ({
        key: String(seq),
        cells: [
          {
            key: 'seq',
            content: (
              <span className="gh-number" title={`Hash ${hash}`}>
                {seq}
              </span>
            ),
          },
          { key: 'at', content: <When iso={event.at} both /> },
          {
            key: 'type',
            content: <span className={isFailure(event) ? 'gh-danger' : undefined}>{auditTypeWords[event.type]}</span>,
          },
          { key: 'words', content: <Words event={event} /> },
        ],
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
      {reason !== null && reason !== '' && <span className="gh-subtle gh-name">“{reason}”</span>}
    </div>
  );
}
