import Lozenge from '@atlaskit/lozenge';
import type { ComponentProps } from 'react';
import type { AccessRequest, RequestState } from '../../core/requests/index.ts';
import { becomesTask, stateWords } from '../words/requests.ts';

const appearances: Record<RequestState, NonNullable<ComponentProps<typeof Lozenge>['appearance']>> = {
  submitted: 'inprogress',
  'in-review': 'inprogress',
  approved: 'new',
  granting: 'new',
  granted: 'success',
  'grant-failed': 'removed',
  denied: 'removed',
  withdrawn: 'default',
  expired: 'default',
  expiring: 'moved',
  revoked: 'default',
};

/** Where a request stands. A task for IT is no failure: nobody but a person could ever have done it. */
export const StateLozenge = ({ request }: { request: AccessRequest }) =>
  request.state === 'grant-failed' && becomesTask(request) ? (
    <Lozenge appearance="moved">Task for IT</Lozenge>
  ) : (
    <Lozenge appearance={appearances[request.state]}>{stateWords[request.state]}</Lozenge>
  );
