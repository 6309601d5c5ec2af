import { z } from 'zod';
import { Effect } from '../../../licence/effect.ts';
import { Decision } from '../../../policy/decision.ts';
import { RequestState } from '../../../requests/request.ts';
import { IntentOnPage } from '../intent-on-page.ts';
import { message } from '../message.ts';

/** A request for just this that its person has made already. Both null while it waits to be sent. */
export const Asked = z.object({ number: z.number().int().positive().nullable(), state: RequestState.nullable() });
export type Asked = z.infer<typeof Asked>;

/** What can be said of an act that nobody has begun. `asked` is an open request of whoever is signed in; null when none is known. */
export const Preview = z.object({ effect: Effect.nullable(), decision: Decision.nullable(), asked: Asked.nullable() });
export type Preview = z.infer<typeof Preview>;

/**
 * Seats and cost of an action before anything is sent; null when nothing is known (not signed in, service down). And what would be
 * decided about it, which is recorded nowhere; null when no policy was ever read.
 */
export const preview = message('preview', IntentOnPage, Preview);
