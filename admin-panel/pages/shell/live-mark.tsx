import { type LiveState, useApi } from '../../api/api.tsx';

const words: Record<LiveState, { label: string; title: string }> = {
  connecting: { label: 'Connecting', title: 'Opening the connection that brings changes as they happen.' },
  open: { label: 'Live', title: 'Changes appear by themselves.' },
  lost: { label: 'Reconnecting', title: 'The connection was lost. What you see may be out of date until it is back.' },
  polling: {
    label: 'Refreshes every 5 s',
    title: 'This surrounding has no live connection, so the panel asks again every five seconds.',
  },
};

/** Whether what is on screen is up to date. */
export function LiveMark() {
  const { live } = useApi();
  const { label, title } = words[live];
  return (
    <span className={`gh-live gh-live-${live}`} role="status" title={title}>
      <span aria-hidden="true" className="gh-live-dot" />
      {label}
    </span>
  );
}
