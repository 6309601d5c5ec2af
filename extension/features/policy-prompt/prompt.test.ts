// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { MOST_REASON } from '../../../core/contract/limits.ts';
import type { CheckAnswer, IntentOnPage } from '../../../core/contract/messages/index.ts';
import { listed, others } from '../../../core/identity/index.ts';
import type { Decision } from '../../../core/policy/index.ts';
import { blocked } from '../../../tests/tools/policy-fixture.ts';
import { exampleEffect } from '../../../tests/tools/request-fixture.ts';
import { confirmEscape } from '../../prompt/leave.ts';
import { resultOf } from './ask.ts';
import { failureModel, promptModel as modelOf } from './model.ts';
import { promptView } from './view.ts';

const hostile = '<img src=x onerror=alert(1)>';
const intent: IntentOnPage = {
  intent: 'invite',
  product: 'jira-software',
  cloudId: null,
  siteHost: 'acme.atlassian.net',
  container: null,
  targets: [{ email: 'nina.new@outside.example', accountId: null }],
  layer: 'page',
};
const as = (change: Partial<Decision>): Decision => ({ ...blocked, ...change });
const promptModel = (of: IntentOnPage, decision: Decision, effect: CheckAnswer['effect']) =>
  modelOf(of, { decision, effect, stopId: 'K7QF-2M9D' });
const never = { ask: () => Promise.reject(new Error('no')), proceed: () => undefined, close: () => undefined };
const labels = (view: HTMLElement) => [...view.querySelectorAll('button')].map(({ textContent }) => textContent);

describe('what the prompt says', () => {
  it('names what was stopped, the rule and whose it is, what is unknown, and what is recorded', () => {
    const model = promptModel(intent, blocked, null);
    expect(model).toMatchObject({
      title: 'Inviting people goes through IT',
      stopped: 'Invite nina.new@outside.example · Jira on acme.atlassian.net',
      rule: 'IT adds new people (IT)',
      effect: [{ text: 'Seats and cost are not known right now.' }],
      mayAskIt: true,
    });
    expect(model.message).toContain('added by IT');
    expect(model.recorded).toContain('records');
  });

  it('gives the number that IT finds it by, as text to copy, and whom to ask', () => {
    const owner = { ruleName: 'Rule', owner: 'Workplace team', message: 'No.', link: null };
    const view = promptView(promptModel(intent, as({ prompt: owner }), null), never);
    expect(view.querySelector('.stop')?.textContent).toBe('K7QF-2M9D');
    expect(view.textContent).toContain('Stop K7QF-2M9D: IT finds it by this number');
    expect(view.textContent).toContain('Questions: Workplace team.');
  });

  it('says so when nothing was recorded, and gives no number then', () => {
    const model = modelOf(intent, { decision: blocked, effect: null, stopId: null });
    const view = promptView(model, never);
    expect(view.textContent).toContain('made no record of this, so it has no number');
    expect(view.textContent).not.toContain('Gatehouse records for IT');
    expect(view.querySelector('.stop')).toBeNull();
    expect(promptView(failureModel(intent, new Error('x')), never).querySelector('.stop')).toBeNull();
  });

  it('says nothing about seats of the app at hand when another one is started', () => {
    expect(promptModel({ ...intent, intent: 'start-app' }, blocked, null).effect[0]?.text).toContain(
      'turn into a bill',
    );
  });

  it('does not offer IT where the rule does not', () => {
    expect(promptModel(intent, as({ mayAskIt: false }), null).title).toBe('Inviting people is not allowed here');
    expect(labels(promptView(promptModel(intent, as({ mayAskIt: false }), null), never))).toEqual(['Cancel']);
  });

  it('says when it stops because a fact is missing', () => {
    const unsure = as({ reasons: [{ code: 'fact-missing', text: 'Not enough is known to tell.' }] });
    expect(promptModel(intent, unsure, null).message).toContain('Not enough is known to tell.');
  });

  it('offers the ways on that the outcome allows', () => {
    expect(labels(promptView(promptModel(intent, blocked, null), never))).toEqual(['Cancel', 'Ask IT']);
    expect(labels(promptView(promptModel(intent, as({ outcome: 'warn' }), null), never))).toEqual([
      'Cancel',
      'Continue anyway',
      'Ask IT',
    ]);
    expect(labels(promptView(promptModel(intent, as({ outcome: 'justify' }), null), never))).toEqual([
      'Cancel',
      'Continue',
      'Ask IT',
    ]);
    expect(labels(promptView(failureModel(intent, new Error('x')), never))).toEqual(['Cancel']);
  });

  it('shows hostile words as words and hostile links not at all', () => {
    const prompt = { ruleName: hostile, owner: hostile, message: hostile, link: 'javascript:alert(1)' };
    const view = promptView(promptModel(intent, as({ prompt }), null), never);
    expect(view.querySelector('img, a')).toBeNull();
    expect(view.textContent).toContain(hostile);
  });
});

describe('whom it aims at', () => {
  const readable = (name: string) => ({ email: `${name}@outside.example`, accountId: null });
  const unread = { email: null, accountId: null, text: 'eve@' };
  const shown = (targets: IntentOnPage['targets']) =>
    promptView(promptModel({ ...intent, targets }, blocked, null), never);
  const lines = (view: ParentNode) => [...view.querySelectorAll('.people > li')].map(({ textContent }) => textContent);

  it('lists everybody as typed with what is known, first whom nobody can read', () => {
    const Typed = { ...readable('nina'), text: 'Nina@Outside.example' };
    expect(lines(shown([Typed, unread, { email: null, accountId: null, more: 3 }]))).toEqual([
      '“eve@” cannot be read',
      '3 more people not looked at one by one',
      'Nina@Outside.example whether they have access is not known',
    ]);
  });

  it('shows what was typed beside the name somebody has', () => {
    const liam = { ...readable('liam'), name: 'Liam Chen', standing: 'has-seat', identityType: 'managed' } as const;
    const model = promptModel({ ...intent, targets: [readable('liam')] }, blocked, exampleEffect({ targets: [liam] }));
    expect(model.people).toEqual([
      { who: 'Liam Chen (liam@outside.example)', known: 'has access already', unread: false },
    ]);
  });

  it('folds what is more than five behind one key, and leaves the rest of the sentence short', () => {
    const many = [...'abcdef'].map(readable);
    const view = shown([...many, unread]);
    const fold = view.querySelector('details');
    expect(fold?.open).toBe(false);
    expect(fold?.querySelector('summary')?.textContent).toBe('2 more');
    expect(lines(view)).toHaveLength(7);
    expect(lines(fold ?? view)).toHaveLength(2);
    expect(lines(view)[0]).toBe('“eve@” cannot be read');
    expect(shown(many.slice(0, 5)).querySelector('details')).toBeNull();
    expect(view.querySelector('dd')?.textContent).toBe(
      'Invite a@outside.example, b@outside.example and 5 others · Jira on acme.atlassian.net',
    );
  });

  it('offers to ask IT about somebody without words, and not about more people than a request may name', () => {
    const about = (targets: IntentOnPage['targets']) => promptModel({ ...intent, targets }, blocked, null);
    expect(about([readable('nina'), others(1)])).toMatchObject({ mayAskIt: true });
    const tooMany = about(listed(Array.from({ length: 201 }, (_, n) => readable(`p${n}`))));
    expect(tooMany).toMatchObject({ mayAskIt: false, message: expect.stringContaining('at most 200 people') });
    const uncounted = about(listed([...Array.from({ length: 201 }, (_, n) => readable(`p${n}`)), others(null)]));
    expect(uncounted).toMatchObject({ mayAskIt: false, message: expect.stringContaining('at most 200 people') });
    expect(uncounted.people.map(({ who }) => who).slice(0, 3)).toEqual([
      '3 more people',
      'people Gatehouse cannot read',
      'p0@outside.example',
    ]);
  });

  it('says of people whom nobody can read neither that they are one nor that they were looked at', () => {
    const [name, line] = [shown([others(null)]).querySelectorAll('dt')[1], lines(shown([others(null)]))[0]];
    expect(name?.textContent).toBe('People');
    expect(line).toBe('people Gatehouse cannot read whether they have access is not known');
    expect(shown([readable('nina')]).querySelectorAll('dt')[1]?.textContent).toBe('Person');
  });

  it('lists nobody where people act for themselves', () => {
    expect(shown([]).querySelector('.people')).toBeNull();
  });
});

describe('asking', () => {
  const opened = (view: HTMLElement) => {
    document.body.replaceChildren(view);
    const area = view.querySelector('textarea');
    if (area) area.value = 'The launch is on Monday.';
    return view;
  };
  const press = (view: HTMLElement, label: string) => {
    const click = new MouseEvent('click', { bubbles: true });
    Object.defineProperty(click, 'isTrusted', { value: true });
    [...view.querySelectorAll('button')].find(({ textContent }) => textContent === label)?.dispatchEvent(click);
  };
  const pressEscape = () => {
    const key = new KeyboardEvent('keydown', { key: 'Escape', cancelable: true });
    Object.defineProperty(key, 'isTrusted', { value: true });
    document.dispatchEvent(key);
  };

  it('says that leaving does not take back what is being sent, and offers no Cancel meanwhile', async () => {
    let fail: (error: Error) => void = () => undefined;
    const asked = new Promise<never>((_, reject) => {
      fail = reject;
    });
    let handOver = (): void => undefined;
    const ask = (_: string, handedOver: () => void) => {
      handOver = handedOver;
      return asked;
    };
    const view = opened(promptView(promptModel(intent, blocked, null), { ...never, ask }));
    const closing = new AbortController();
    const close = vi.fn();
    confirmEscape(view, close, closing.signal);
    press(view, 'Ask IT');
    // Nothing moves while it is looked at whether the person sees what they pressed.
    expect(view.textContent).not.toContain('is being sent');
    expect(labels(view)).toEqual(['Cancel', 'Checking…']);
    handOver();
    expect(view.textContent).toContain('Your request is being sent. Leaving does not take it back.');
    expect(labels(view)).toEqual(['Close', 'Sending…']);
    pressEscape();
    expect(view.textContent).toContain('Press Escape again to close.');
    expect(view.textContent).not.toContain('lost');
    fail(new Error('There is no such site.'));
    await expect.poll(() => labels(view)).toEqual(['Cancel', 'Ask IT']);
    expect(view.textContent).not.toContain('is being sent');
    pressEscape();
    expect(close).toHaveBeenCalledOnce();
    closing.abort();
  });

  it('says of leaving what is true when it is read, though sending began or failed meanwhile', async () => {
    const asked = Promise.withResolvers<never>();
    let handOver = (): void => undefined;
    const ask = (_: string, handedOver: () => void) => {
      handOver = handedOver;
      return asked.promise;
    };
    const view = opened(promptView(promptModel(intent, blocked, null), { ...never, ask }));
    const closing = new AbortController();
    confirmEscape(view, () => undefined, closing.signal);
    press(view, 'Ask IT');
    pressEscape();
    // Nothing moves while it is looked at whether the person sees what they pressed.
    expect(view.textContent).not.toContain('Press Escape');
    handOver();
    await expect.poll(() => view.textContent).toContain('Press Escape again to close.');
    expect(view.textContent).not.toContain('lost');
    asked.reject(new Error('There is no such site.'));
    await expect.poll(() => view.textContent).toContain('what you wrote is lost then');
    closing.abort();
  });

  it('says nothing of leaving once it has been sent: there is nothing to lose', async () => {
    const asked = Promise.withResolvers<{ state: 'sent'; headline: string; detail: string }>();
    const view = opened(promptView(promptModel(intent, blocked, null), { ...never, ask: () => asked.promise }));
    const closing = new AbortController();
    confirmEscape(view, () => undefined, closing.signal);
    press(view, 'Ask IT');
    pressEscape();
    asked.resolve({ state: 'sent', headline: 'Request #1 sent to IT', detail: '' });
    await expect.poll(() => view.textContent).toContain('Request #1 sent to IT');
    await new Promise((resolve) => setTimeout(resolve));
    expect(view.textContent).not.toContain('Escape');
    closing.abort();
  });

  it('says that what was only written is lost', () => {
    const view = opened(promptView(promptModel(intent, blocked, null), never));
    const closing = new AbortController();
    confirmEscape(view, () => undefined, closing.signal);
    pressEscape();
    expect(view.textContent).toContain('Press Escape again to close; what you wrote is lost then.');
    press(view, 'Ask IT');
    expect(view.textContent).not.toContain('lost then');
    closing.abort();
  });

  it('promises of a kept request what will happen', () => {
    const kept = (why: 'unreachable' | 'not-signed-in' | 'trouble') => resultOf({ state: 'waiting', why }).detail;
    expect(kept('unreachable')).toContain('IT cannot be reached right now.');
    expect(kept('not-signed-in')).toContain('sent when you sign in again');
    expect(kept('trouble')).toContain('has not taken it yet');
    expect(resultOf({ state: 'reached' })).toMatchObject({
      state: 'sent',
      detail: expect.stringContaining('in the words that you wrote first'),
    });
  });
});

describe('going on', () => {
  it('tells the justification that was written, and needs one; a script cannot press', () => {
    const told: (string | null)[] = [];
    const view = promptView(promptModel(intent, as({ outcome: 'justify' }), null), {
      ...never,
      proceed: (text) => void told.push(text),
    });
    const press = (trusted: boolean) => {
      const click = new MouseEvent('click');
      Object.defineProperty(click, 'isTrusted', { value: trusted });
      [...view.querySelectorAll('button')].find(({ textContent }) => textContent === 'Continue')?.dispatchEvent(click);
    };
    press(true);
    expect(told).toEqual([]);
    const area = view.querySelector('textarea');
    if (area) area.value = ' The launch is on Monday. ';
    press(false);
    expect(told).toEqual([]);
    press(true);
    expect(told).toEqual(['The launch is on Monday.']);
  });

  it('is not cut short: what is too long is said at once and again when it is pressed, and goes nowhere', () => {
    const proceed = vi.fn();
    const view = promptView(promptModel(intent, as({ outcome: 'justify' }), null), { ...never, proceed });
    const area = view.querySelector('textarea') as HTMLTextAreaElement;
    const said = () => view.querySelector('.error')?.textContent;
    const type = (text: string) => {
      area.value = text;
      area.dispatchEvent(new Event('input'));
    };
    expect(area.hasAttribute('maxlength')).toBe(false);
    type('x'.repeat(2604));
    expect(said()).toContain(`604 characters too many: ${MOST_REASON} are the most`);
    const click = new MouseEvent('click');
    Object.defineProperty(click, 'isTrusted', { value: true });
    [...view.querySelectorAll('button')].find(({ textContent }) => textContent === 'Continue')?.dispatchEvent(click);
    expect(proceed).not.toHaveBeenCalled();
    expect([area.value.length, said()]).toEqual([2604, expect.stringContaining('Nothing is cut or sent')]);
    type(`${'x'.repeat(MOST_REASON)}  `);
    expect(said()).toBe('');
  });

  it('needs no reason after a warning: only asking IT does, and the field says so', () => {
    const field = (outcome: 'warn' | 'justify') => {
      const view = promptView(promptModel(intent, as({ outcome }), null), never);
      return [view.querySelector('.must') !== null, view.querySelector('textarea')?.required];
    };
    expect([field('warn'), field('justify')]).toEqual([
      [false, false],
      [true, true],
    ]);
  });

  it('is one going on, however often it is pressed before it has gone', async () => {
    const going = Promise.withResolvers<void>();
    const proceed = vi.fn(() => going.promise);
    const view = promptView(promptModel(intent, as({ outcome: 'warn' }), null), { ...never, proceed });
    const press = () => {
      const click = new MouseEvent('click');
      Object.defineProperty(click, 'isTrusted', { value: true });
      [...view.querySelectorAll('button')].find((one) => one.textContent === 'Continue anyway')?.dispatchEvent(click);
    };
    press();
    press();
    expect(proceed).toHaveBeenCalledTimes(1);
    going.resolve();
    await new Promise((resolve) => setTimeout(resolve));
    press();
    expect(proceed).toHaveBeenCalledTimes(2);
  });

  it('marks every button that starts something, and no other', () => {
    for (const outcome of ['block', 'warn', 'justify'] as const)
      expect(
        labels(promptView(promptModel(intent, as({ outcome }), null), never)).filter((label) => label !== 'Cancel'),
        outcome,
      ).toEqual(
        [...promptView(promptModel(intent, as({ outcome }), null), never).querySelectorAll('[data-starts]')].map(
          ({ textContent }) => textContent,
        ),
      );
  });
});
