import { z } from 'zod';
import { RequestId } from '../../../ids.ts';
import { message } from '../message.ts';

/** Takes back a request of whoever is signed in. Refused in the service's words once IT has decided. */
export const withdraw = message(
  'withdraw',
  z.strictObject({ id: RequestId }),
  z.object({ withdrawn: z.literal(true) }),
);
