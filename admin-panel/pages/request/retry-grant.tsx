import Button from '@atlaskit/button/new';
import type { z } from 'zod';
import { routes } from '../../../core/contract/routes/index.ts';
import type { RequestDetail } from '../../../core/contract/routes/requests.ts';
import type { AccessRequest } from '../../../core/requests/index.ts';
import { useCommand } from '../../api/use-command.ts';
import { useFlags } from '../../components/flags.tsx';
import { Notice } from '../../components/notice.tsx';
import { errorWords } from '../../words/errors.ts';
import { retryWords } from '../../words/requests.ts';
import { LookAgain, useLook } from './look.tsx';

type Now = NonNullable<z.infer<typeof RequestDetail>['now']>;

/** After the reason was dealt with at Atlassian: the same approval, tried again with what is mapped now. */
export function RetryGrant({ request, now }: { request: AccessRequest; now: Now }) {
  const look = useLook(now.seen);
  const command = useCommand(routes.retryGrant);
  const flag = useFlags();
  const retry = async () => {
    const answer = await command.run({ params: { id: request.id }, body: { seen: look.seen ?? now.seen } });
    if (answer) flag({ tone: 'success', title: `Trying request #${request.number} again` });
  };
  return (
    <div className="gh-decide">
      <p>{retryWords(request, now.group)}</p>
      <LookAgain look={look} />
      <div className="gh-decide-buttons">
        <Button
          ref={look.button}
          appearance="primary"
          isLoading={command.busy}
          isDisabled={look.isStale}
          onClick={() => void retry()}
        >
          Try again
        </Button>
      </div>
      {command.error && (
        <Notice tone="danger" title="It was not tried again" role="alert">
          {errorWords(command.error)}
        </Notice>
      )}
    </div>
  );
}
