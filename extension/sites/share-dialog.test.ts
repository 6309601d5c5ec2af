// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { peopleOfDialog } from '../intents/people-of-dialog.ts';
import { readShareDialogs } from './share-dialog.ts';

const peopleOf = () => readShareDialogs(document).flatMap(peopleOfDialog);

/** A share dialog with these chips, each with the remove button that follows its text. */
function dialogWith(...chips: string[]): Element {
  const dialog = document.createElement('dialog');
  const picker = document.createElement('div');
  picker.className = 'fabric-user-picker__control';
  for (const text of chips) {
    const chip = document.createElement('span');
    chip.setAttribute('data-user-picker-multi-value', '');
    const remove = document.createElement('button');
    remove.textContent = '×';
    chip.append(text, remove);
    picker.append(chip);
  }
  const submit = document.createElement('button');
  submit.type = 'submit';
  submit.textContent = 'Invite';
  dialog.append(picker, submit);
  document.body.replaceChildren(dialog);
  return dialog;
}

describe('readShareDialogs', () => {
  it('reads addresses without the sign of the remove button', () => {
    dialogWith('nina.new@outside.example', 'Ö.Müller@bücher.example');
    expect(peopleOf()).toEqual([
      { email: 'nina.new@outside.example', accountId: null },
      { email: 'ö.müller@xn--bcher-kva.example', accountId: null, text: 'Ö.Müller@bücher.example' },
    ]);
  });

  it('keeps whoever it cannot read, as the chip says it', () => {
    dialogWith('Liam Chen', 'liam@chen', '');
    const [dialog] = readShareDialogs(document);
    expect(peopleOf()).toEqual([
      { email: null, accountId: null, text: 'Liam Chen' },
      { email: null, accountId: null, text: 'liam@chen' },
      { email: null, accountId: null, more: 1 },
    ]);
    expect(dialog?.namesAddress).toBe(true);
  });

  it('a name alone is no address: sharing with somebody picked from the site is harmless', () => {
    dialogWith('Liam Chen');
    expect(readShareDialogs(document)[0]?.namesAddress).toBe(false);
  });

  it('reads every entry of a pasted contact list', () => {
    dialogWith('Liam Chen <liam.chen@acme.example>, "Ray, Eve" <eve@outside.example>; eve@');
    expect(peopleOf().map(({ email, text }) => email ?? text)).toEqual([
      'liam.chen@acme.example',
      'eve@outside.example',
      'eve@',
    ]);
  });
});
