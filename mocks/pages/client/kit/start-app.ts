import { flag } from './flag.ts';
import { messageOf, send } from './send.ts';

/** Starts a trial on this site. That a product page's "Try" makes this call is inferred, unverified. */
export async function startApp(productKey: string, cloudId: string): Promise<void> {
  const answer = await send(`/gateway/api/xflow/${cloudId}/activate`, { productKey, cloudId });
  if (answer.ok) flag('success', 'Your trial is on its way', 'The app will be ready in a moment.');
  else flag('error', 'We couldn’t start the app', messageOf(answer));
}
