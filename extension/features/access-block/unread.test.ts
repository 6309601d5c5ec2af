// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { IntentOnPage } from '../../../core/contract/messages/index.ts';
import { blocked } from '../../../tests/tools/policy-fixture.ts';
import { readPageContext } from '../../sites/page-context.ts';
import { createActGate } from './act-gate.ts';
import { startAccessBlock } from './index.ts';

let end: AbortController;
let checked: IntentOnPage[];
let heard: string[];

beforeEach(() => {
  end = new AbortController();
  vi.spyOn(console, 'debug').mockReturnValue();
  checked = [];
  heard = [];
  document.body.innerHTML = `<form id="broken"><h1>Invite people to Confluence</h1>
      <div class="fabric-user-picker__control"><span data-user-picker-multi-value="">liam@acme.example</span><input id="field"></div>
      <button id="invite" type="submit"><b>Invite</b></button></form>
    <form><div class="fabric-user-picker__control"><span data-user-picker-multi-value="">eve@outside.example</span></div>
      <button id="other" type="submit">Invite</button></form>
    <form id="search"><button id="find" type="submit">Find</button></form><a id="link" href="#top">Top</a>`;
  const context = () =>
    readPageContext(new URL('https://acme.atlassian.net/jira/software/projects/ACME/boards/1'), document);
  const gate = createActGate(
    {
      check: async (intent) => {
        checked.push(intent);
        return { decision: blocked, stopId: null, effect: null };
      },
      isUnprotected: () => false,
      prompt: async () => 'closed',
      failed: async () => undefined,
      beyond: () => undefined,
      again: () => undefined,
      lastAct: () => 0,
      actedInFrame: async () => false,
      now: () => 0,
    },
    context,
  );
  startAccessBlock(
    { admit: (control, canSend) => gate.control(control, canSend), acted: () => undefined },
    context,
    end.signal,
  );
  document.body.addEventListener(
    'click',
    (event) => {
      event.preventDefault();
      heard.push((event.target as Element).id);
    },
    { signal: end.signal },
  );
});
afterEach(() => {
  end.abort();
  vi.restoreAllMocks();
});

const click = async (css: string) => {
  document.querySelector<HTMLElement>(css)?.click();
  await new Promise((resolve) => setTimeout(resolve, 10));
};

/** A form answers for its fields by their names, before its own methods. */
describe.each(['querySelector', 'querySelectorAll', 'matches', 'closest'])('a form whose "%s" is a field', (name) => {
  beforeEach(() => {
    const form = document.querySelector('#broken');
    if (form) Object.defineProperty(form, name, { value: document.createElement('input') });
  });

  it('is an act on people whom nobody can read', async () => {
    await click('#invite b');
    expect(heard).toEqual([]);
    expect(checked).toMatchObject([{ intent: 'invite', product: null, targets: [{ more: null }], layer: 'page' }]);
  });

  it('is sent by no event either', async () => {
    const sent = new SubmitEvent('submit', { bubbles: true, cancelable: true });
    document.querySelector('#broken')?.dispatchEvent(sent);
    expect(sent.defaultPrevented).toBe(true);
  });

  it('leaves the rest of the page as it was', async () => {
    for (const id of ['field', 'find', 'link']) await click(`#${id}`);
    expect(heard).toEqual(['field', 'find', 'link']);
    expect(checked).toEqual([]);
    await click('#other');
    expect(heard).toHaveLength(3);
    expect(checked).toMatchObject([{ targets: [{ email: 'eve@outside.example' }] }]);
  });
});
