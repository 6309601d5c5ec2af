// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recogniseControls } from '../sites/controls.ts';
import { learnLabels } from '../sites/label-match.ts';
import { translations } from '../sites/labels/translations.ts';
import { readPageContext } from '../sites/page-context.ts';
import { dialogIntents, readShareDialogs } from '../sites/share-dialog.ts';
import { intentsOfControl } from './of-control.ts';
import { intentsOfDialog } from './of-dialog.ts';

/** What may stand around a chooser of people; the first kind are dialogs by themselves. */
const dialogs: readonly ((html: string) => string)[] = [
  (html) => `<section role="dialog">${html}</section>`,
  (html) => `<section role="alertdialog">${html}</section>`,
  (html) => `<dialog>${html}</dialog>`,
  (html) => `<div data-testid="invite-drawer-component">${html}</div>`,
  (html) => `<form data-testid="invite-drawer-component">${html}</form>`,
  (html) => `<form>${html}</form>`,
];
const around: typeof dialogs = [(html) => html, (html) => `<div>${html}</div>`, ...dialogs];
const headings = ['Invite people to Confluence', 'Add people to Web shop', 'Share board', 'Invite people'];
const pickers = [
  '<div class="fabric-user-picker__control"><span data-user-picker-multi-value="">liam@acme.example</span><input></div>',
  '<input id="invite-user-picker" value="liam@acme.example">',
  '<div data-testid="invitee-list-user-picker-paste-handler"><textarea name="emails">liam@acme.example</textarea></div>',
];
const apps = ['', '<label><input type="checkbox" checked value="loom"> Loom</label>'];
const submits: readonly ((html: string) => string)[] = [
  (html) => `${html}<button type="submit" data-testid="invite-submit-button">Invite</button>`,
  (html) => `${html}<footer><span><button type="submit"><b>Invite</b></button></span></footer>`,
  (html) => `<form>${html}<button type="submit">Invite</button></form>`,
];
const context = () =>
  readPageContext(new URL('https://acme.atlassian.net/jira/software/projects/ACME/boards/1'), document);

it('a click does what its dialog does, whatever stands around the chooser', () => {
  learnLabels(translations);
  fc.assert(
    fc.property(
      fc.constantFrom(...around),
      fc.constantFrom(...dialogs),
      fc.constantFrom(...headings),
      fc.constantFrom(...pickers),
      fc.constantFrom(...apps),
      fc.constantFrom(...submits),
      (outer, dialog, heading, picker, app, submit) => {
        document.body.innerHTML = `<h1>Board</h1>${outer(dialog(submit(`<h2>${heading}</h2>${picker}${app}`)))}`;
        const [read, ...more] = readShareDialogs(document);
        if (!read) throw new Error(`no dialog in ${document.body.innerHTML}`);
        expect(more).toEqual([]);
        const does = intentsOfDialog(read, context());
        expect(does[0].targets).toEqual([{ email: 'liam@acme.example', accountId: null }]);
        const [control, ...others] = recogniseControls(document, context()).filter(({ step }) => step === 'acts');
        if (!control) throw new Error(`no control in ${document.body.innerHTML}`);
        expect(others).toEqual([]);
        expect(control).toMatchObject({ element: read.submit, intent: dialogIntents[read.kind] });
        expect(intentsOfControl(control, context())).toEqual(does);
        expect(readShareDialogs(control.element.firstElementChild ?? control.element)).toEqual([read]);
      },
    ),
    { numRuns: 100 },
  );
});

it('so does a button elsewhere that sends its form', () => {
  document.body.innerHTML = `<div data-testid="invite-drawer-component"><form id="people"><h1>Invite people to Confluence</h1>${pickers[0]}</form></div>
    <footer><button form="people" type="submit">Invite</button></footer>`;
  const [control] = recogniseControls(document, context()).filter(({ step }) => step === 'acts');
  expect(control?.element).toBe(document.querySelector('button'));
  expect(control && intentsOfControl(control, context())).toMatchObject([
    { intent: 'invite', product: 'confluence', targets: [{ email: 'liam@acme.example' }] },
  ]);
});

it.each([
  '<section role="dialog" aria-label="Invite people to Confluence">',
  '<section role="dialog" aria-labelledby="title"><div id="title">Invite people to Confluence</div>',
  '<div id="title">Invite people to Confluence</div><section role="dialog" aria-labelledby="title">',
])('a dialog is called by what names it: %s', (start) => {
  document.body.innerHTML = `${start}${pickers[0]}<button type="submit">Invite</button></section>`;
  const [dialog] = readShareDialogs(document);
  expect(dialog && intentsOfDialog(dialog, context())).toMatchObject([{ intent: 'invite', product: 'confluence' }]);
});
