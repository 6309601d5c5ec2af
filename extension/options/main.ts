import '../platform/no-eval.ts';
import '../platform/polyfill.ts';
import { byId, dressPage } from '../dom/page.ts';
import { managedSettings } from '../platform/managed.ts';
import { send } from '../platform/send.ts';

dressPage(`
main { max-width: 560px; margin: 0 auto; padding: 40px 24px; display: grid; gap: 16px; }
header { display: flex; align-items: center; gap: 12px; }
form { display: grid; gap: 6px; padding: 20px; }
label { font-weight: 600; }
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
  const [{ serviceUrl }, managed] = await Promise.all([send('state', {}), managedSettings()]);
  input.value = serviceUrl ?? '';
  if (managed.serviceUrl === undefined) return;
  input.readOnly = true;
  byId('save').hidden = true;
  byId('hint').hidden = true;
  byId('managed').hidden = false;
}

async function save(): Promise<void> {
  byId('saved').textContent = '';
  showProblem('');
  const typed = input.value.trim();
  if (!URL.canParse(typed)) return showProblem('Write a whole address, such as https://gatehouse.example.com.');
  try {
    const { url } = await send('setServiceUrl', { url: typed });
    input.value = url;
    byId('saved').textContent = 'Saved. Now sign in: press the Gatehouse button in the toolbar.';
  } catch (error) {
    showProblem(error instanceof Error ? error.message : 'This could not be saved. Try again.');
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void save();
});
void show().catch((error: unknown) => showProblem(error instanceof Error ? error.message : 'Reload the page.'));
