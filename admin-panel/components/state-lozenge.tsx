import Lozenge from '@atlaskit/lozenge';
import type { ComponentProps } from 'react';
import type { RequestState } from '../../core/requests/index.ts';
import { stateWords } from '../words/requests.ts';

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

export const StateLozenge = ({ state }: { state: RequestState }) => (
  <Lozenge appearance={appearances[state]}>{stateWords[state]}</Lozenge>
);
