// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLikeAddress } from '../../core/identity/index.ts';
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

  const asAddress = [
    ['eve@outside.example', true],
    ['eve＠outside.example', true],
    ['eve﹫outside.example', true],
    ['eve%40outside.example', true],
    ['eve(at)outside.example', true],
    ['eve[at]outside', true],
    ['eve at outside.example', true],
    ['eve at outside', true],
    ['Pat Atkins', false],
    ['Kat.Smith', false],
  ] as const;
  it.each(asAddress)('%s may be an address: %s', (text, may) => {
    dialogWith(text);
    expect(readShareDialogs(document)[0]?.namesAddress, 'in its words').toBe(may);
    dialogWith('Eve').querySelector('[data-user-picker-multi-value]')?.setAttribute('title', text);
    expect(readShareDialogs(document)[0]?.namesAddress, 'in an attribute').toBe(may && text !== 'eve at outside');
    dialogWith()
      .querySelector('.fabric-user-picker__control')
      ?.insertAdjacentHTML('beforeend', `<input value="${text}">`);
    expect(readShareDialogs(document)[0]?.namesAddress, 'typed').toBe(may);
  });

  it('has one answer with what reads the people: whoever may be named by an address is asked about', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('@', '＠', '﹫', '%40', '(at)', ' at ', '[at]', ' (at) ', '{ AT }', '_'),
        fc.stringMatching(/^[a-z]{1,5}(?:\.[a-z]{2,4})?$/),
        (at, host) => {
          const text = `eve${at}${host}`;
          dialogWith(text);
          expect(readShareDialogs(document)[0]?.namesAddress || !isLikeAddress(text)).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
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

/** A share dialog with one chip of this markup. */
function chip(html: string, value = ''): void {
  const dialog = dialogWith('x');
  const element = dialog.querySelector('[data-user-picker-multi-value]');
  if (!element) throw new Error('no chip');
  element.innerHTML = `${html}<button aria-label="Remove kim@x.example">×</button>`;
  element.setAttribute('data-user-picker-multi-value', value);
}
const liam = '557058:3d1f0a52-0005-4e11-8a01-000000000005';
const said = () => peopleOf().map(({ email, accountId, text, more }) => email ?? accountId ?? text ?? more);

describe('a chip', () => {
  it.each(['Anna at St.Gallen', 'Pat @ Acme'])('of a known account may be called %s', (name) => {
    chip(`<span>${name}</span>`, liam);
    expect(said()).toEqual([liam]);
    chip(`<span>${name}, eve@x.example</span>`, liam);
    expect(said()).toEqual([liam, 'eve@x.example']);
  });

  it.each<[string, string, (string | number)[]]>([
    [
      'what a screen reader says',
      '<span>eve@x.example</span><span class="css-1-a11yText">, selected, 1 of 2</span>',
      ['eve@x.example'],
    ],
    [
      'the same beside a name',
      '<span>Eve Ray</span><span class="visually-hidden">, selected, 1 of 2</span>',
      ['Eve Ray'],
    ],
    ['a separator', 'Eve Ray<span aria-hidden="true">, </span>', ['Eve Ray']],
    ['a live region', '<span>Eve Ray</span><span role="status" aria-live="polite">2 results</span>', ['Eve Ray']],
    ['a lozenge', '<span>Eve Ray</span><span data-testid="guest-lozenge">Guest</span>', ['Eve Ray']],
    [
      'an address that only sighted people see',
      '<span aria-hidden="true">eve@x.example</span><span>Eve</span>',
      ['eve@x.example'],
    ],
    ['nothing but such words', '<span class="sr-only">Eve Ray</span>', ['Eve Ray']],
    ['what cannot be read, twice', '<span title="eve@outside">Eve@outside</span>', ['Eve@outside']],
    ['a picture alone', '<img src="/a@2x.png" alt="Eve Outside">', ['Eve Outside']],
    ['nothing but its remove button', '<img src="/a@2x.png" alt="">', ['kim@x.example']],
    ['a name with a comma', 'Ray, Eve', ['Ray, Eve']],
    ['a name with a comma and an address', 'Ray, Eve (eve@x.example)', ['eve@x.example']],
    ['name and address in elements', '<span>Eve</span><span>eve@x.example</span>', ['eve@x.example']],
    ['an address in two elements', '<span>eve@</span><span>x.example</span>', ['eve@x.example']],
    ['letters of it that are dressed', '<b>li</b>am@x.example', ['liam@x.example']],
    ['words beside elements', 'kim@y.example <div>eve@x.example</div>', ['kim@y.example', 'eve@x.example']],
    ['a cut address', '<span title="nina.new@x.example">nina.n…</span>', ['nina.new@x.example']],
    [
      'another cut address',
      '<span aria-label="nina.new@x.example, selected">nina.new@x...</span>',
      ['nina.new@x.example'],
    ],
    ['a cut address of somebody else', '<span title="eve@x.example">liam@a…</span>', ['liam@a…', 'eve@x.example']],
    [
      'a name with the address in its title',
      '<span title="Eve &lt;eve@x.example&gt;">Eve Ray</span>',
      ['eve@x.example'],
    ],
    ['another sign for @', 'eve＠x.example', ['eve＠x.example']],
    ['a word for @', 'eve at x.example', ['eve at x.example']],
  ])('%s', (_, html, people) => {
    chip(html);
    expect(said()).toEqual(people);
  });

  it('is somebody by what its value says', () => {
    chip('Eve Ray', 'eve@x.example');
    expect(said()).toEqual(['eve@x.example']);
    chip('Liam Chen<span class="sr-only">, selected</span>', liam.toUpperCase());
    expect(said()).toEqual([liam]);
    chip('eve@x.example', liam);
    expect(said()).toEqual([liam, 'eve@x.example']);
  });

  it('may name an address where its words do not', () => {
    chip('<span title="nina.new@x.example">Nina</span>');
    expect(readShareDialogs(document)[0]?.namesAddress).toBe(true);
  });
});

it('a hidden field that repeats the chips names nobody else', () => {
  chip('eve@outside');
  const field = Object.assign(document.createElement('input'), { name: 'users', value: 'eve@outside, kim@outside' });
  document.querySelector('.fabric-user-picker__control')?.append(field);
  expect(said()).toEqual(['eve@outside', 'kim@outside']);
});

describe('what is typed', () => {
  const typed = (field: string): (string | number | null | undefined)[] => {
    dialogWith().querySelector('.fabric-user-picker__control')?.insertAdjacentHTML('beforeend', field);
    return said();
  };
  it.each<[string, string[]]>([
    ['<div class="fabric-user-picker__input"><input value="eve at outside.example"></div>', ['eve at outside.example']],
    ['<div class="fabric-user-picker__input"><input value="eve(at)outside.example"></div>', ['eve(at)outside.example']],
    ['<div class="fabric-user-picker__input"><input value="Eve Ray"></div>', []],
    ['<div contenteditable="true">eve@x.example, Liam</div>', ['eve@x.example']],
    [
      '<div contenteditable="true"><p>liam@x.example</p><p>eve at y.example</p></div>',
      ['liam@x.example', 'eve at y.example'],
    ],
    ['<div contenteditable="true">liam@x.example<div>eve＠y.example</div></div>', ['liam@x.example', 'eve＠y.example']],
    ['<div contenteditable="true">liam@x.example<br>omar@x.example</div>', ['liam@x.example', 'omar@x.example']],
    ['<div contenteditable="true"><span>eve@out</span><span>side.example</span></div>', ['eve@outside.example']],
    [
      '<div contenteditable="true">kim<b>@x</b>.example<ul><li>eve@y.example</li><li>omar@y.example</li></ul></div>',
      ['kim@x.example', 'eve@y.example', 'omar@y.example'],
    ],
    [
      '<div contenteditable="true">liam@x.example<span data-user-picker-multi-value="" contenteditable="false">eve@y.example</span>kim@z.example</div>',
      ['eve@y.example', 'liam@x.example', 'kim@z.example'],
    ],
    ['<div contenteditable="plaintext-only">eve@x.example</div>', ['eve@x.example']],
    ['<div role="textbox" contenteditable="true">eve@</div>', ['eve@']],
    ['<div role="textbox">eve@x.example</div>', ['eve@x.example']],
    ['<div role="textbox"><p contenteditable="true">eve@</p></div>', ['eve@']],
    ['<textarea>eve@x.example</textarea>', ['eve@x.example']],
    ['<input value="eve@x.example">', ['eve@x.example']],
    ['<input type="text" role="combobox" value="eve@x.example">', ['eve@x.example']],
    ['<input type="hidden" value="eve@x.example">', []],
    ['<input name="emails" value="eve; kim@x.example">', ['eve', 'kim@x.example']],
    ['<input id="share-user-picker-field" value="eve@x.example">', ['eve@x.example']],
    ['<input type="email" value="eve at outside.example">', ['eve at outside.example']],
    ['<textarea name="emails">eve＠outside.example; Liam</textarea>', ['eve＠outside.example', 'Liam']],
  ])('in %s', (field, people) => expect(typed(field)).toEqual(people));
});

describe('fields beside a chip', () => {
  const eve = '712020:0f8fad5b-d9cb-469f-a165-70867728950e';
  it.each<[string, (string | number)[]]>([
    ['<input name="email" value="eve@x.example">', ['eve@x.example']],
    ['<input name="email" value="eve outside">', ['eve outside']],
    ['<input type="hidden" name="emails[]" value="eve at outside">', ['eve at outside']],
    ['<textarea name="emails[0]">eve@x.example</textarea>', ['eve@x.example']],
    ['<input name="emailAddresses" value="eve@x.example; kim">', ['eve@x.example', 'kim']],
    ['<input name="invitees" value="eve outside">', ['eve outside']],
    [`<input type="hidden" name="invitees" value="${eve},kim@x.example">`, [eve, 'kim@x.example']],
    ['<input name="recipients[]" value="internationalizations">', ['internationalizations']],
    ['<input type="hidden" name="users[]" value="eve@x.example">', ['eve@x.example']],
    [`<select name="users" multiple><option>Kim</option><option selected value="${eve}">Eve</option></select>`, [eve]],
    ['<select name="users" multiple><option selected>eve@x.example</option></select>', ['eve@x.example']],
    ['<select name="invitees[]"><option selected value="eve@x.example">Eve</option></select>', ['eve@x.example']],
    ['<select name="user"><option selected value="17">Eve Ray</option></select>', ['Eve Ray']],
    ['<select name="user"><option selected value="17"></option></select>', [1]],
    ['<input type="checkbox" name="users[]" checked value="eve@x.example">', ['eve@x.example']],
    ['<div class="fabric-user-picker__single-value">eve@x.example</div>', ['eve@x.example']],
    ['<div class="fabric-user-picker__single-value">Eve Ray</div>', ['Eve Ray']],
    ['<select name="user"><option selected value="">Choose somebody</option></select>', []],
    ['<select name="role"><option selected value="admin">eve@x.example</option></select>', []],
    ['<input type="checkbox" name="users[]" value="eve@x.example">', []],
    ['<input type="checkbox" name="email" checked>', []],
    ['<input name="emailSubject" value="eve outside">', []],
    ['<input name="email" value="">', []],
  ])('%s', (field, people) => {
    const dialog = dialogWith('liam@acme.example');
    dialog.insertAdjacentHTML('beforeend', field);
    expect(said()).toEqual(expect.arrayContaining(['liam@acme.example', ...people]));
    expect(said()).toHaveLength(1 + people.length);
  });

  it('a picker of one person alone names that person', () => {
    dialogWith()
      .querySelector('.fabric-user-picker__control')
      ?.insertAdjacentHTML(
        'beforeend',
        '<div class="fabric-user-picker__single-value"><img src="/a.png" alt=""><span>liam@acme.example</span></div>',
      );
    expect(said()).toEqual(['liam@acme.example']);
  });
});

it('a message beside the chooser names nobody', () => {
  dialogWith().insertAdjacentHTML(
    'beforeend',
    '<textarea>Ask eve@x.example</textarea><input id="share-user-picker-field" value="kim@x.example"><input name="emails" value="omar">',
  );
  expect(said()).toEqual(['kim@x.example', 'omar']);
});

/** As `chip`, with a button that names nobody. */
function named(html: string, value = ''): void {
  chip(html, value);
  document.querySelector('[data-user-picker-multi-value] button')?.setAttribute('aria-label', 'Remove');
}

describe('a team, a group or a person of the site', () => {
  const team = '36885b3c-1bf0-4f85-a357-c5b858c31de4';
  const values = [team, `ari:cloud:identity::team/${team}`, `ari:cloud:identity::group/${team}`, liam];
  const names = [
    'Women at Work',
    'Design at Acme',
    'Women at work',
    'Platform (12 members at St.Gallen)',
    'Liam Chen, Engineer at Acme',
    'Dot Matrix at Acme',
  ];
  it.each(names)('may be called "%s": sharing with it is harmless', (name) => {
    for (const value of values)
      for (const html of [name, `<span title="${name}">${name}</span>`, `<img alt="${name}" src="/a.png">${name}`]) {
        named(html, value);
        expect(readShareDialogs(document)[0]?.namesAddress, `${value} ${html}`).toBe(false);
      }
  });

  it('is asked about where an address stands beside its id', () => {
    for (const value of [...values, ''])
      for (const text of ['eve@outside.example', 'Eve (eve＠outside.example)', 'eve(at)outside.example']) {
        named(`<span>${text}</span>`, value);
        expect(readShareDialogs(document)[0]?.namesAddress, `${value} ${text}`).toBe(true);
        named(`<span title="${text}">Eve</span>`, value);
        expect(readShareDialogs(document)[0]?.namesAddress, `${value} in an attribute: ${text}`).toBe(true);
      }
  });
});

describe('the word "at" in a chip of which nothing else is known', () => {
  const word = fc.constantFrom('eve', 'eve.ray', 'kim_lee', 'e');
  const at = fc.constantFrom(' at ', ' AT ', ' (at) ', '[at]', '@', '＠');
  const host = fc.constantFrom('outside', 'outside.example', 'outside dot example', 'OUTSIDE DOT EXAMPLE');
  const called = fc.constantFrom(
    'Liam Chen, Engineer at Acme',
    'Women at Work',
    'Design at Acme',
    'Anna, at Work',
    'The team at Acme in Bern',
  );
  it('makes it an address where it is spelled as one', () => {
    fc.assert(
      fc.property(word, at, host, (local, sign, name) => {
        named(`<span>${local}${sign}${name}</span>`);
        expect(readShareDialogs(document)[0]?.namesAddress).toBe(true);
      }),
    );
  });

  it('and none of a name', () => {
    fc.assert(
      fc.property(called, (name) => {
        named(`<span title="${name}">${name}</span>`);
        expect(readShareDialogs(document)[0]?.namesAddress).toBe(false);
      }),
    );
  });
});

describe('fields beside the chooser of a form that is sent', () => {
  const form = (
    heading: string,
    send: string,
    field = '<input type="email" name="customfield_1" value="vendor@outside.example">',
    chooser = '',
  ) => {
    document.body.innerHTML = `<form>${heading}<div class="fabric-user-picker__control">
      <span data-user-picker-multi-value="${liam}">Emma</span>${chooser}</div>${field}<button type="submit">${send}</button></form>`;
    return readShareDialogs(document)[0];
  };

  it.each([
    '',
    '<h2>Contact the help desk</h2>',
    '<h2>New laptop</h2>',
  ])('name nobody where nothing but "Send" says that it shares: %s', (heading) => {
    for (const field of [
      '<input type="email" name="customfield_1" value="vendor@outside.example">',
      '<input name="email" value="vendor@outside.example">',
      '<select name="user"><option selected value="vendor@outside.example">Vendor</option></select>',
    ]) {
      expect(form(heading, 'Send', field)?.namesAddress, field).toBe(false);
      expect(said(), field).toEqual([liam]);
    }
  });

  it('name people where it is a share or invites', () => {
    for (const [heading, send, chooser] of [
      ['<h2>Share board</h2>', 'Send'],
      ['<h2>Share</h2>', 'Send'],
      ['<h2>Invite your team</h2>', 'Send'],
      ['<h2>Add people</h2>', 'Send'],
      ['', 'Share'],
      ['', 'Invite'],
      ['', 'Send', '<input name="users">'],
      ['<h2>Laptop</h2>', 'Send', '<input id="share-user-picker-field">'],
    ] as const) {
      expect(form(heading, send, undefined, chooser)?.namesAddress, `${heading} ${send}`).toBe(true);
      expect(said(), `${heading} ${send}`).toEqual([liam, 'vendor@outside.example']);
    }
  });

  it('name nobody, but its own do', () => {
    expect(form('', 'Send', '', '<input value="vendor@outside.example">')?.namesAddress).toBe(true);
    expect(form('', 'Send', '', '<input type="email" value="vendor@outside.example">')?.namesAddress).toBe(true);
    expect(form('', 'Send', '', '<span data-user-picker-multi-value="">eve@x.example</span>')?.namesAddress).toBe(true);
  });
});
