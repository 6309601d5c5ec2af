import { z } from 'zod';
import { IdentityView } from '../../../identity/view.ts';
import { AccountId } from '../../../ids.ts';
import { EmailHash, MAX_PEOPLE } from '../../routes/identities.ts';
import { message } from '../message.ts';

/** Badge facts for the people on the page, gathered: one message a burst. */
export const resolve = message(
  'resolve',
  z.strictObject({ accountIds: z.array(AccountId).max(MAX_PEOPLE), emailHashes: z.array(EmailHash).max(MAX_PEOPLE) }),
  z.object({
    identities: z.array(IdentityView),
    byEmailHash: z.array(z.object({ emailHash: EmailHash, identity: IdentityView })),
  }),
);
