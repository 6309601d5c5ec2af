import Button from '@atlaskit/button/new';
import type { CallError } from '../../core/contract/client.ts';
import { errors } from '../../core/contract/errors.ts';
import { errorWords } from '../words/errors.ts';
import { Notice } from './notice.tsx';

const nextOf = ({ code }: CallError): string =>
  code === 'unreachable'
    ? 'Check your connection; this page tries again by itself when the service is back.'
    : code === 'unexpected-answer'
      ? 'Reload the page; if it stays, the panel and the service may be of different versions. Tell IT.'
      : errors[code].next;

/** An answer that did not come: what happened, what to do, and a way to try again. */
export function CallFailed(props: { error: CallError; what: string; onRetry: () => void; isStale?: boolean }) {
  const { error, what, onRetry, isStale = false } = props;
  return (
    <Notice
      tone={isStale ? 'warning' : 'danger'}
      title={isStale ? `${what} may be out of date` : `${what} could not be loaded`}
      role="alert"
      actions={
        <Button spacing="compact" onClick={onRetry}>
          Try again
        </Button>
      }
    >
      {errorWords(error, nextOf(error))}
    </Notice>
  );
}
