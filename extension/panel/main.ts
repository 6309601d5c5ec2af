import '../platform/polyfill.ts';
import { byId, dressPage } from '../dom/page.ts';
import { extensionUrl } from '../platform/lifecycle.ts';
import { send } from '../platform/send.ts';

dressPage('main { max-width: 480px; margin: 15vh auto 0; padding: 24px; display: grid; gap: 12px; }');

/**
 * The way into the panel: the same build that the service serves, copied beside this page. Says what is missing instead
 * of opening an empty one.
 */
async function open(): Promise<string> {
  const { me } = await send('state', {});
  if (me === null)
    return 'You are not signed in. Press the Gatehouse button in the toolbar and sign in, then open the panel again.';
  const panel = extensionUrl('panel-app/index.html');
  const present = await fetch(panel).then(
    (response) => response.ok,
    () => false,
  );
  if (!present)
    return 'This build of the extension does not contain the panel. Open it at the address of your service.';
  location.replace(`${panel}${location.hash}`);
  return 'Opening…';
}

void open()
  .catch((error: unknown) =>
    error instanceof Error ? error.message : 'The panel could not be opened. Reload the page.',
  )
  .then((text) => {
    byId('message').textContent = text;
  });
