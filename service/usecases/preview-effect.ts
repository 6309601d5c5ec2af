import type { z } from 'zod';
import type { previewEffect as route } from '../../core/contract/routes/identities.ts';
import type { Caller, Context } from './context.ts';
import { effectFor, productMeant } from './effect-for.ts';
import { readyOrganization, siteOf } from './organization.ts';
import { targetGroups } from './target-groups.ts';

export async function previewEffect(
  context: Context,
  caller: Caller,
  body: z.output<(typeof route)['body']>,
): Promise<z.input<(typeof route)['response']>> {
  const organization = await readyOrganization(context.store);
  const site = siteOf(organization, body);
  const product = productMeant(body.product, body.intent);
  const asked = { organization, site, product, targets: body.targets, intent: body.intent };
  const effect = await effectFor(context, context.store, asked, caller);
  return { effect, targetGroups: await targetGroups(context.store, effect.targets) };
}
