// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ControlRef } from '../../sites/control.ts';
import { type CanSend, holdEvents } from './hold.ts';

let end: AbortController;
let answer: (press: HTMLElement | null) => void;
let asked: number;
let acts: number;
const sends: (CanSend | null)[] = [];
const heard: string[] = [];

beforeEach(() => {
  end = new AbortController();
  asked = acts = 0;
  sends.length = 0;
  heard.length = 0;
  document.body.innerHTML =
    '<form id="form"><input id="field"><button id="send" type="submit" data-grants><b id="inner">Invite</b></button></form><div id="row" role="option" data-grants>Invite Nina</div><button id="plain">Plain</button>';
  holdEvents(
    {
      controlOf: (target) => {
        const element = target.closest<HTMLElement>('[data-grants]');
        return element && { element, control: { element } as unknown as ControlRef };
      },
      acted: () => {
        acts += 1;
      },
      admit: (_, canSend) => {
        asked += 1;
        sends.push(canSend);
        return new Promise((resolve) => {
          answer = resolve;
        });
      },
    },
    end.signal,
  );
  for (const type of ['mousedown', 'mouseup', 'pointerup', 'click', 'keydown', 'keyup'])
    document.body.addEventListener(type, (event) => heard.push(`${type} ${(event.target as Element).id}`), {
      signal: end.signal,
    });
  document.body.addEventListener(
    'submit',
    (event) => {
      event.preventDefault();
      heard.push('submit');
    },
    { signal: end.signal },
  );
});
afterEach(() => end.abort());

const get = (id: string): HTMLElement => document.getElementById(id) ?? document.body;
const later = () => new Promise((resolve) => setTimeout(resolve));
const settle = async (press: HTMLElement | null) => {
  answer(press);
  await later();
};

describe('holding events', () => {
  it('lets everything else pass', () => {
    get('plain').click();
    expect(heard).toEqual(['click plain']);
    expect(asked).toBe(0);
  });

  it('keeps a click from the page until it may pass, then presses once', async () => {
    get('inner').click();
    get('inner').click();
    expect(heard).toEqual([]);
    expect(asked).toBe(1);
    expect(get('send').getAttribute('aria-busy')).toBe('true');
    await settle(get('send'));
    expect(heard.filter((entry) => entry.startsWith('click'))).toEqual(['click send']);
    expect(heard.filter((entry) => entry === 'submit')).toHaveLength(1);
    expect(get('send').hasAttribute('aria-busy')).toBe(false);
  });

  it('drops a click that may not pass, and asks again the next time', async () => {
    get('send').click();
    await settle(null);
    expect(heard).toEqual([]);
    get('send').click();
    expect(asked).toBe(2);
  });

  it('presses what stands in its place when the page has drawn it anew', async () => {
    get('row').click();
    get('row').replaceWith(get('row').cloneNode(true));
    await settle(get('row'));
    expect(heard).toEqual(['mousedown row', 'mouseup row', 'click row']);
    expect(asked).toBe(1);
  });

  it('holds suggestions when the mouse button goes down, and Enter on what is no button', async () => {
    get('row').dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
    expect(asked).toBe(1);
    await settle(get('row'));
    expect(heard).toEqual(['mousedown row', 'mouseup row', 'click row']);
    get('row').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    expect(asked).toBe(2);
    get('row').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    expect(heard.at(-1)).toBe('keydown row');
  });

  /** Happens to an element as if the person did it. */
  const person = (id: string, ...events: Event[]): void => {
    for (const event of events) {
      Object.defineProperty(event, 'isTrusted', { value: true });
      get(id).dispatchEvent(event);
    }
  };
  const mouse = (type: string, more: MouseEventInit = {}) =>
    new MouseEvent(type, { bubbles: true, cancelable: true, detail: 1, ...more });
  const key = (type: string, name: string, repeat = false) =>
    new KeyboardEvent(type, { key: name, bubbles: true, cancelable: true, repeat });

  it('takes what belongs to one press as one act, wherever it ends and however long it takes', async () => {
    person('row', mouse('mousedown'));
    await settle(get('row'));
    const once = [...heard];
    person('row', mouse('pointerup'), mouse('mouseup'), mouse('click'));
    expect([asked, heard]).toEqual([1, once]);
    await later();
    person('row', mouse('mousedown'));
    await settle(null);
    person('plain', mouse('mouseup'));
    person('form', mouse('click'));
    expect([asked, heard]).toEqual([2, once]);
  });

  it('takes nothing away from the press after it', async () => {
    person('row', mouse('mousedown'));
    await settle(null);
    person('row', mouse('mouseup'));
    await later();
    person('plain', mouse('click', { detail: 0 }));
    person('row', mouse('mousedown'));
    await settle(null);
    // It came up outside of the window, or over the prompt.
    person('plain', mouse('mousedown'), mouse('mouseup'), mouse('click'));
    expect(heard).toEqual(['click plain', 'mousedown plain', 'mouseup plain', 'click plain']);
  });

  it('asks nothing when another button than the first goes down', () => {
    person('row', mouse('mousedown', { button: 2 }));
    expect([asked, heard]).toEqual([0, ['mousedown row']]);
  });

  it('takes a key that is held down as one press', async () => {
    person('row', key('keydown', ' '));
    await settle(get('row'));
    const once = [...heard];
    person('row', key('keydown', ' ', true), key('keydown', ' ', true), key('keyup', ' '));
    expect([asked, heard]).toEqual([1, once]);
    person('row', key('keyup', 'a'));
    expect(heard.at(-1)).toBe('keyup row');
    // On a button the browser clicks for each of them.
    person('send', key('keydown', 'Enter'), mouse('click', { detail: 0 }));
    await settle(null);
    person('send', key('keydown', 'Enter', true), mouse('click', { detail: 0 }));
    expect(asked).toBe(2);
    person('send', key('keyup', 'Enter'), mouse('click', { detail: 0 }));
    expect(asked).toBe(3);
  });

  it('holds a form that is sent without a click', () => {
    get('form').dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true, submitter: get('send') }));
    expect(heard).toEqual([]);
    expect(asked).toBe(1);
  });

  it('sends a form again as it was sent, by the same button or by none, and never by a click', async () => {
    const submitters: unknown[] = [];
    get('form').addEventListener('submit', (event) => submitters.push((event as SubmitEvent).submitter));
    // What a form calls its fields hides its own functions.
    get('field').setAttribute('name', 'requestSubmit');
    for (const submitter of [get('send'), null]) {
      get('form').dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true, submitter }));
      expect(heard).toEqual([]);
      await settle(get('send'));
      expect(heard.splice(0)).toEqual(['submit']);
    }
    expect(submitters.map((by) => by === get('send'))).toEqual([true, false]);
    expect(sends.map((canSend) => canSend?.(get('send')))).toEqual([true, true]);
  });

  it('knows when nothing is left that could be sent, or to send it with', async () => {
    const submit = (submitter: HTMLElement | null) => {
      get('form').dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true, submitter }));
      const canSend = sends.at(-1);
      return () => canSend?.(get('send'));
    };
    const can = submit(get('send'));
    await settle(null);
    const canByNone = submit(null);
    expect([can(), canByNone()]).toEqual([true, true]);
    get('send').setAttribute('type', 'button');
    expect([can(), canByNone()]).toEqual([false, true]);
    get('send').setAttribute('type', 'submit');
    const form = get('form');
    form.replaceWith(...form.childNodes);
    expect([can(), canByNone()]).toEqual([false, false]);
    get('send').replaceWith(get('send').cloneNode(true));
    expect([can(), canByNone()]).toEqual([false, false]);
    document.body.prepend(form);
    form.append(get('send'));
    expect([can(), canByNone()]).toEqual([true, true]);
    await settle(null);
    get('send').click();
    expect(sends.at(-1)).toBeNull();
  });

  it('tells when the person did something, and not what a page or a held key does', () => {
    person('plain', mouse('mousedown'), key('keydown', 'a'), mouse('click'));
    expect(acts).toBe(3);
    get('plain').click();
    person('plain', key('keydown', 'a', true));
    // The browser clicks a button for each repeat of the key.
    person('plain', key('keydown', 'Enter', true), mouse('click', { detail: 0 }));
    get('plain').setAttribute('data-gatehouse', 'request-notice');
    person('plain', mouse('mousedown'));
    expect(acts).toBe(3);
  });

  it('ends with its signal', () => {
    end.abort();
    get('send').click();
    expect(asked).toBe(0);
  });
});
