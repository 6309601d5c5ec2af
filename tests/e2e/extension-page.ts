/**
 * A page of our own with the marks that the recognisers know (`@atlaskit/share` field names, picker prefix, chips), so
 * that the extension's tests depend on nothing else that is under test. It sends what it is told to, as the product does.
 */
export const sharePage = (language: string): string => `<!doctype html>
<html lang="${language === 'de' ? 'de' : 'en'}">
<head>
<meta name="application-name" content="JIRA">
<meta name="ajs-cloud-id" content="5b7a0c1e-3f42-4c8a-9d60-7c1e2a9b4d11">
<meta name="ajs-atlassian-account-id" content="712020:3d1f0a52-0001-4e11-8a01-000000000001">
<title>Board</title>
<style>body{font:14px system-ui;margin:40px;background:#f7f8f9}.modal{background:#fff;width:420px;padding:24px;border-radius:8px;box-shadow:0 8px 24px #0003}
.fabric-user-picker__multi-value{display:inline-block;background:#eee;border-radius:12px;padding:2px 10px;margin:2px}footer{margin-top:16px;text-align:right}</style>
</head>
<body>
<h1>ACME board</h1>
<section role="dialog" aria-label="Share" class="modal">
<h2>Share board</h2>
<form id="share">
<label id="share-user-picker-field-label">Names or emails</label>
<div class="fabric-user-picker__control"><span id="chips"></span><div class="fabric-user-picker__input"><input name="users" role="combobox" aria-label="Names or emails"></div></div>
<footer data-testid="form-footer"><button type="submit">Invite</button></footer>
</form>
<p id="flag" role="status"></p>
</section>
<p><button id="raw">Raw call</button></p>
<script src="/page.js"></script>
</body></html>`;

export const pageScript = `
const chips = document.querySelector('#chips');
const input = document.querySelector('[name=users]');
const flag = document.querySelector('#flag');
window.heard = { keys: 0, submits: 0 };
document.addEventListener('keydown', () => { window.heard.keys += 1; });
input.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  addChip(input.value);
  input.value = '';
});
window.addChip = function addChip(text, id) {
  const chip = document.createElement('span');
  chip.className = 'fabric-user-picker__multi-value';
  chip.setAttribute('data-user-picker-multi-value', id ?? '');
  chip.textContent = text;
  chips.append(chip);
};
const recipients = () => [...chips.children].map((chip) => {
  const id = chip.getAttribute('data-user-picker-multi-value');
  return id ? { type: 'user', id } : { type: 'external_user', email: chip.textContent };
});
async function post(path, body) {
  try {
    const answer = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    flag.textContent = answer.ok ? 'Shared' : 'Refused ' + answer.status;
  } catch (error) { flag.textContent = 'Failed'; }
}
document.querySelector('#share').addEventListener('submit', (event) => {
  event.preventDefault();
  window.heard.submits += 1;
  void post('/gateway/api/share', { content: { ari: 'x' }, recipients: recipients() });
});
document.querySelector('#raw').addEventListener('click', () => void post('/gateway/api/share', { content: { ari: 'x' }, recipients: recipients() }));
`;
