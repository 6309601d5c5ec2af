// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import type { IntentOnPage } from '../../../core/contract/messages/index.ts';
import { installFakeBrowser } from '../../../tests/tools/fake-browser.ts';
import { blocked } from '../../../tests/tools/policy-fixture.ts';
import { recogniseControls } from '../../sites/controls.ts';
import { readPageContext } from '../../sites/page-context.ts';
import { createActGate } from './act-gate.ts';
import type { CanSend } from './hold.ts';

// It tells words.
beforeEach(() => void installFakeBrowser());

it('a press that may be one of two acts goes on when both may', async () => {
  document.body.innerHTML = `<section role="dialog"><h2>Add people to Analytics</h2><input id="invite-user-picker"><button type="submit">Add</button></section>`;
  const element = document.querySelector('button') as HTMLElement;
  const press = (stopped: IntentOnPage['intent'] | null) =>
    createActGate(
      {
        check: async ({ intent }) => ({
          decision: { ...blocked, outcome: intent === stopped ? 'block' : 'allow' },
          stopId: null,
          effect: null,
        }),
        isUnprotected: () => false,
        prompt: async () => 'closed',
        failed: async () => undefined,
        beyond: () => undefined,
        again: () => undefined,
        lastAct: () => 0,
        actedInFrame: async () => false,
        now: () => 0,
      },
      () => readPageContext(new URL('https://acme.atlassian.net/jira/software/projects/ACME/boards/1'), document),
    ).control(
      {
        element,
        intent: 'add-to-project',
        step: 'acts',
        evidence: 'B',
        carrier: 'x',
        label: null,
        labelLanguage: null,
      },
      null,
    );
  expect(await press(null)).toBe(element);
  expect(await press('invite')).toBeNull();
  expect(await press('add-to-project')).toBeNull();
});

describe('a control that the page draws anew while the person reads', () => {
  const draw = (person: string) => {
    document.body.innerHTML = `<section role="dialog" aria-label="Share"><form>
      <label id="share-user-picker-field-label">Names or emails</label>
      <div class="fabric-user-picker__control"><span class="fabric-user-picker__multi-value" data-user-picker-multi-value="">${person}</span>
      <div class="fabric-user-picker__input"><input name="users" role="combobox"></div></div>
      <footer data-testid="form-footer"><button type="submit">Invite</button></footer></form></section>`;
  };
  const context = () =>
    readPageContext(new URL('https://acme.atlassian.net/jira/software/projects/ACME/boards/1'), document);
  const controls = () => recogniseControls(document, context()).filter(({ step }) => step === 'acts');
  /** What is pressed, and what the page says when it is asked whether the act could go on, after it did `meanwhile`. */
  const pressed = async (meanwhile: () => void, canSend: CanSend | null = null) => {
    draw('nina@outside.example');
    const [control] = controls();
    if (!control) throw new Error('The dialog has no control.');
    let could: boolean | null = null;
    const element = await createActGate(
      {
        check: async () => ({ decision: { ...blocked, outcome: 'warn' }, stopId: null, effect: null }),
        isUnprotected: () => false,
        prompt: async (_, mayGoOn) => {
          meanwhile();
          could = mayGoOn();
          return 'proceed';
        },
        failed: async () => undefined,
        beyond: () => undefined,
        again: () => undefined,
        lastAct: () => 0,
        actedInFrame: async () => false,
        now: () => 0,
      },
      context,
    ).control(control, canSend);
    return { element, could };
  };

  it('is pressed where it stands now, if it does just the same', async () => {
    const { element, could } = await pressed(() => draw('nina@outside.example'));
    expect(could).toBe(true);
    expect(element).toBe(document.querySelector('button'));
  });

  it('is not pressed where it stands on and does nothing any more, or something else', async () => {
    expect(await pressed(() => document.querySelector('button')?.setAttribute('disabled', ''))).toEqual({
      element: null,
      could: false,
    });
    expect(await pressed(() => document.querySelector('button')?.setAttribute('aria-disabled', 'true'))).toEqual({
      element: null,
      could: false,
    });
    const other = await pressed(() => {
      for (const chip of document.querySelectorAll('[data-user-picker-multi-value]'))
        chip.textContent = 'omar@outside.example';
    });
    expect(other).toMatchObject({ could: false });
  });

  it('is not sent where it stands on and its form is gone', async () => {
    let isThere = true;
    const gone = () => {
      isThere = false;
    };
    expect(await pressed(gone, () => isThere)).toEqual({ element: null, could: false });
  });

  it('is not pressed when nothing, or something else, stands in its place', async () => {
    expect(await pressed(() => document.body.replaceChildren())).toEqual({ element: null, could: false });
    expect(await pressed(() => draw('omar@outside.example'))).toEqual({ element: null, could: false });
  });
});

describe('a control of a page that goes on meanwhile', () => {
  const context = () =>
    readPageContext(new URL('https://acme.atlassian.net/jira/software/projects/ACME/boards/1'), document);
  const draw = (person: string) => {
    document.body.innerHTML = `<section role="dialog" aria-label="Share"><form>
      <label id="share-user-picker-field-label">Names or emails</label>
      <div class="fabric-user-picker__control"><span class="fabric-user-picker__multi-value" data-user-picker-multi-value="">${person}</span>
      <div class="fabric-user-picker__input"><input name="users" role="combobox"></div></div>
      <footer data-testid="form-footer"><button type="submit">Invite</button></footer></form></section>`;
  };
  const setUp = (onCheck: () => void = () => undefined) => {
    const checked: string[] = [];
    const failed: unknown[] = [];
    const clock = { now: 0 };
    const gate = createActGate(
      {
        check: async ({ targets }) => {
          checked.push(targets.map(({ email }) => email).join());
          onCheck();
          return { decision: { ...blocked, outcome: 'allow' }, stopId: null, effect: null };
        },
        isUnprotected: () => false,
        prompt: async () => 'closed',
        failed: async (_, error) => void failed.push(error),
        beyond: () => undefined,
        again: () => undefined,
        lastAct: () => 0,
        actedInFrame: async () => false,
        now: () => clock.now,
      },
      context,
    );
    const control = (canSend: CanSend | null = null) => {
      const [found] = recogniseControls(document, context()).filter(({ step }) => step === 'acts');
      if (!found) throw new Error('The dialog has no control.');
      return gate.control(found, canSend);
    };
    return { control, checked, failed, clock };
  };

  it('is asked about anew where the people have changed while it was checked, and pressed once they stand', async () => {
    draw('nina@outside.example');
    let isChanged = false;
    const { control, checked } = setUp(() => {
      if (!isChanged) draw('omar@outside.example');
      isChanged = true;
    });
    expect(await control()).toBe(document.querySelector('button'));
    expect(checked).toEqual(['nina@outside.example', 'omar@outside.example']);
  });

  it('is stopped and told where they change each time', async () => {
    draw('nina@outside.example');
    let n = 0;
    const { control, failed } = setUp(() => {
      n += 1;
      draw(`p${n}@outside.example`);
    });
    expect(await control()).toBeNull();
    expect(failed).toMatchObject([{ message: expect.stringContaining('The page has changed') }]);
  });

  it('sends its form once by what a press was admitted for, for the same people and for a while', async () => {
    draw('nina@outside.example');
    const { control, checked, clock } = setUp();
    await control();
    expect(await control(() => true)).toBe(document.querySelector('button'));
    expect(checked).toHaveLength(1);
    await control(() => true);
    expect(checked).toHaveLength(2);
    draw('omar@outside.example');
    await control(() => true);
    expect(checked).toHaveLength(3);
    clock.now = 60_000;
    await control(() => true);
    expect(checked).toHaveLength(4);
    await control();
    expect(checked).toHaveLength(5);
  });

  it('is told as changed, and not sent, where its form is gone', async () => {
    draw('nina@outside.example');
    const { control, failed } = setUp();
    expect(await control(() => false)).toBeNull();
    expect(failed).toHaveLength(1);
  });

  it('sends no form by what was admitted for people nobody could read', async () => {
    draw('eve@');
    const { control, checked } = setUp();
    await control();
    await control(() => true);
    expect(checked).toHaveLength(2);
  });
});

it('lets no call to a place that nobody can read go by what a click was allowed in another', async () => {
  document.body.innerHTML = `<section role="dialog"><h2>Add people to Web shop</h2><span data-user-picker-multi-value="">nina@outside.example</span><input id="invite-user-picker"><button type="submit">Add</button></section>`;
  const element = document.querySelector('button') as HTMLElement;
  const after = async (outcome: 'allow' | 'warn', container: string | null | undefined, isSame: boolean) => {
    let asked = 0;
    const gate = createActGate(
      {
        check: async ({ layer, container: place }) => ({
          decision: layer === 'page' || place === 'ACME' || isSame ? { ...blocked, outcome } : blocked,
          stopId: null,
          effect: null,
        }),
        isUnprotected: () => false,
        prompt: async () => {
          asked += 1;
          return 'proceed';
        },
        failed: async () => undefined,
        beyond: () => undefined,
        again: () => undefined,
        lastAct: () => 0,
        actedInFrame: async () => false,
        now: () => 0,
      },
      () => readPageContext(new URL('https://acme.atlassian.net/jira/software/projects/ACME/boards/1'), document),
    );
    await gate.control(
      {
        element,
        intent: 'add-to-project',
        step: 'acts',
        evidence: 'B',
        carrier: 'x',
        label: null,
        labelLanguage: null,
      },
      null,
    );
    const goesOn = await gate.call(
      {
        endpoint: 'x',
        intent: 'add-to-project',
        also: [],
        targets: [{ email: 'nina@outside.example', accountId: null }],
        product: 'of-page',
        cloudId: 'of-page',
        siteHost: 'acme.atlassian.net',
        ...(container !== undefined && { container }),
      },
      () => true,
    );
    return [goesOn, asked];
  };
  expect(await after('allow', undefined, false)).toEqual([true, 0]);
  expect(await after('allow', 'ACME', false)).toEqual([true, 0]);
  expect(await after('allow', null, false)).toEqual([false, 1]);
  expect(await after('warn', null, false)).toEqual([false, 2]);
  // Where no rule tells places apart, what was explained with the click is not asked again.
  expect(await after('allow', null, true)).toEqual([true, 0]);
  expect(await after('warn', null, true)).toEqual([true, 1]);
});

it('a call stands while the page waits for it, and no longer', async () => {
  let could: boolean[] = [];
  let waits = true;
  const gate = createActGate(
    {
      check: async () => ({ decision: { ...blocked, outcome: 'warn' }, stopId: null, effect: null }),
      isUnprotected: () => false,
      prompt: async (_, mayGoOn) => {
        could = [mayGoOn()];
        waits = false;
        could.push(mayGoOn());
        return 'closed';
      },
      failed: async () => undefined,
      beyond: () => undefined,
      again: () => undefined,
      lastAct: () => 0,
      actedInFrame: async () => false,
      now: () => 0,
    },
    () => readPageContext(new URL('https://acme.atlassian.net/jira/software/projects/ACME/boards/1'), document),
  );
  const call = {
    endpoint: 'invitation',
    intent: 'invite',
    also: [],
    targets: [],
    product: null,
    cloudId: null,
  } as const;
  expect(await gate.call(call, () => waits)).toBe(false);
  expect(could).toEqual([true, false]);
});
