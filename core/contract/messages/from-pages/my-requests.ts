import { z } from 'zod';
import { OwnRequest } from '../../routes/requests.ts';
import { message } from '../message.ts';

export const myRequests = message(
  'myRequests',
  z.strictObject({ refresh: z.boolean() }),
  z.object({ requests: z.array(OwnRequest), more: z.number().int().nonnegative() }),
);
