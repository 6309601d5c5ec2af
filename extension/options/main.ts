import '../platform/no-eval.ts';
import '../platform/polyfill.ts';
import { BadgeChoice, type ExtensionState } from '../../core/contract/messages/index.ts';
import { byId, dressPage } from '../dom/page.ts';
import { managedSettings } from '../platform/managed.ts';
import { MessageError, send } from '../platform/send.ts';
import { say } from '../words/say.ts';

dressPage(`
main { max-width: 560px; margin: 0 auto; padding: 40px 24px; display: grid; gap: 16px; }
header { display: flex; align-items: center; gap: 12px; }
form { display: grid; gap: 6px; padding: 20px; }
form label, legend { font-weight: 600; }
fieldset { display: grid; gap: 8px; margin: 0; }
fieldset label { display: flex; gap: 8px; align-items: baseline; }
legend { float: left; margin-bottom: 4px; padding: 0; }
fieldset input { flex: none; width: auto; margin: 0; padding: 0; min-height: 0; }
legend + * { clear: both; }
#badges-saved:empty { display: none; }
.error { color: var(--danger); } .error:empty { display: none; }
.actions { display: flex; align-items: center; gap: 12px; margin-top: 8px; }
.card { padding: 20px; }
`);

const form = byId('form');
const input = byId('url') as HTMLInputElement;

function showProblem(text: string): void {
  byId('problem').textContent = text;
  input.setAttribute('aria-invalid', text === '' ? 'false' : 'true');
  if (text !== '') input.focus();
}

async function show(): Promise<void> {
  const [{ serviceUrl, badges }, managed] = await Promise.all([send('state', {}), managedSettings()]);
  showBadges(badges);
  input.value = serviceUrl ?? '';
  if (managed.serviceUrl === undefined) return;
  input.readOnly = true;
  byId('save').hidden = true;
  byId('hint').hidden = true;
  byId('managed').hidden = false;
}

const choices = [...document.querySelectorAll<HTMLInputElement>('[name=badges]')];

function showBadges({ choice, managed }: ExtensionState['badges']): void {
  for (const radio of choices) {
    radio.checked = radio.value === choice;
    radio.disabled = managed;
  }
  byId('badges-managed').hidden = !managed;
}

async function chooseBadges(chosen: string): Promise<void> {
  byId('badges-saved').textContent = '';
  byId('badges-problem').textContent = '';
  try {
    await send('setBadges', { badges: BadgeChoice.parse(chosen) });
    byId('badges-saved').textContent = say('options.badges.saved');
  } catch (error) {
    byId('badges-problem').textContent = error instanceof Error ? error.message : say('options.not-saved');
    showBadges((await send('state', {})).badges);
  }
}

const anyway = byId('anyway');

/** @param untested the person knows better than the test, say at home without the company's network */
async function save(untested = false): Promise<void> {
  byId('saved').textContent = '';
  anyway.hidden = true;
  showProblem('');
  const typed = input.value.trim();
  if (!URL.canParse(typed)) return showProblem(say('options.whole-address'));
  try {
    byId('saved').textContent = untested ? '' : say('options.looking');
    const { url } = await send('setServiceUrl', { url: typed, anyway: untested });
    input.value = url;
    byId('saved').textContent = say('options.saved');
  } catch (error) {
    byId('saved').textContent = '';
    anyway.hidden = !(error instanceof MessageError && error.code === 'unreachable');
    showProblem(error instanceof Error ? error.message : say('options.not-saved'));
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void save();
});
anyway.addEventListener('click', () => void save(true));
for (const radio of choices) radio.addEventListener('change', () => void chooseBadges(radio.value));
void show().catch((error: unknown) => showProblem(error instanceof Error ? error.message : say('reload')));
