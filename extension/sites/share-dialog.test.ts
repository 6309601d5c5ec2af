// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readShareDialogs } from './share-dialog.ts';

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
    expect(readShareDialogs(document)[0]?.emails).toEqual(['nina.new@outside.example', 'ö.müller@bücher.example']);
  });

  it('does not take a name for an address', () => {
    dialogWith('Liam Chen', 'liam@chen');
    expect(readShareDialogs(document)[0]?.emails).toEqual([]);
  });
});
