import Button from '@atlaskit/button/new';
import { routes } from '../../../core/contract/routes/index.ts';
import type { AccessRequest } from '../../../core/requests/index.ts';
import { useCommand } from '../../api/use-command.ts';
import { useFlags } from '../../components/flags.tsx';
import { Notice } from '../../components/notice.tsx';
import { errorWords } from '../../words/errors.ts';
import { retryWords } from '../../words/requests.ts';

/**
 * After the reason was dealt with at Atlassian: the same approval, tried again.
 * @param group the one mapped now, which is used
 */
export function RetryGrant({ request, group }: { request: AccessRequest; group: AccessRequest['group'] }) {
  const command = useCommand(routes.retryGrant);
  const flag = useFlags();
  const retry = async () => {
    const answer = await command.run({ params: { id: request.id } });
    if (answer) flag({ tone: 'success', title: `Trying request #${request.number} again` });
  };
  return (
    <div className="gh-decide">
      <p>{retryWords(request, group)}</p>
      <div className="gh-decide-buttons">
        <Button appearance="primary" isLoading={command.busy} onClick={() => void retry()}>
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
