// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ControlRef } from '../../sites/control.ts';
import { holdEvents } from './hold.ts';

let end: AbortController;
let answer: (press: HTMLElement | null) => void;
let asked: number;
const heard: string[] = [];

beforeEach(() => {
  end = new AbortController();
  asked = 0;
  heard.length = 0;
  document.body.innerHTML =
    '<form id="form"><input id="field"><button id="send" type="submit" data-grants><b id="inner">Invite</b></button></form><div id="row" role="option" data-grants>Invite Nina</div><button id="plain">Plain</button>';
  holdEvents(
    {
      controlOf: (target) => {
        const element = target.closest<HTMLElement>('[data-grants]');
        return element && { element, control: { element } as unknown as ControlRef };
      },
      admit: () => {
        asked += 1;
        return new Promise((resolve) => {
          answer = resolve;
        });
      },
    },
    end.signal,
  );
  for (const type of ['mousedown', 'click', 'keydown'])
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
const settle = async (press: HTMLElement | null) => {
  answer(press);
  await new Promise((resolve) => setTimeout(resolve));
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
    expect(heard).toEqual(['mousedown row', 'click row']);
    expect(asked).toBe(1);
  });

  it('holds suggestions when the mouse button goes down, and Enter on what is no button', async () => {
    get('row').dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
    expect(asked).toBe(1);
    await settle(get('row'));
    expect(heard).toEqual(['mousedown row', 'click row']);
    get('row').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    expect(asked).toBe(2);
    get('row').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    expect(heard.at(-1)).toBe('keydown row');
  });

  it('holds a form that is sent without a click', () => {
    get('form').dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true, submitter: get('send') }));
    expect(heard).toEqual([]);
    expect(asked).toBe(1);
  });

  it('ends with its signal', () => {
    end.abort();
    get('send').click();
    expect(asked).toBe(0);
  });
});
