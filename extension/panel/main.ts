import '../platform/polyfill.ts';
import { byId, dressPage } from '../dom/page.ts';
import { extensionUrl } from '../platform/lifecycle.ts';
import { send } from '../platform/send.ts';
import { say } from '../words/say.ts';

dressPage('main { max-width: 480px; margin: 15vh auto 0; padding: 24px; display: grid; gap: 12px; }');

/**
 * The way into the panel: the same build that the service serves, copied beside this page. Says what is missing instead
 * of opening an empty one.
 */
async function open(): Promise<string> {
  const { me } = await send('state', {});
  if (me === null) return say('panel.not-signed-in');
  const panel = extensionUrl('panel-app/index.html');
  const present = await fetch(panel).then(
    (response) => response.ok,
    () => false,
  );
  if (!present) return say('panel.absent');
  location.replace(`${panel}${location.hash}`);
  return say('panel.opening');
}

void open()
  .catch((error: unknown) => (error instanceof Error ? error.message : say('panel.failed')))
  .then((text) => {
    byId('message').textContent = text;
  });
