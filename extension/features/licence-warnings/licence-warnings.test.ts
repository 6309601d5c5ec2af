// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { IntentOnPage, Preview } from '../../../core/contract/messages/index.ts';
import { CloudId } from '../../../core/ids.ts';
import { type Effect, effectOf } from '../../../core/licence/index.ts';
import { catalogues, sayFrom } from '../../../core/words/index.ts';
import { captureRoots, saidIn } from '../../../tests/tools/capture-roots.ts';
import { blocked } from '../../../tests/tools/policy-fixture.ts';
import type { Page, Pass } from '../../content/content.ts';
import { readPageContext } from '../../sites/page-context.ts';
import { speak } from '../../words/say.ts';
import { licenceWarnings } from './index.ts';
import { noteKit as kit, type NoteKit } from './note-kit.ts';

const context = readPageContext(new URL('https://acme.atlassian.net/jira/software/projects/ACME/boards/1'), document);

const effectFor = (intent: IntentOnPage): Effect =>
  effectOf({
    organizationName: 'Acme',
    product: 'jira-software',
    cloudId: CloudId.parse('c'),
    siteHost: 'acme.atlassian.net',
    targets: intent.targets.map(({ email, accountId }) => ({
      email,
      accountId,
      name: null,
      standing: 'new',
      identityType: 'unknown',
    })),
    aboutSeats: true,
    seats: { used: 98, total: 100, unlimited: false },
    plan: null,
    priceBook: [],
    today: '2026-11-21',
  });

let end: AbortController;
let pass: (pass: Pass) => void;
let moved: () => void;
const noteKit = vi.fn(async (): Promise<NoteKit | null> => kit);
const preview = vi.fn<(intent: IntentOnPage) => Promise<Preview | null>>();

beforeEach(() => {
  vi.useFakeTimers();
  preview.mockReset();
  preview.mockImplementation(async (intent) => ({ effect: effectFor(intent), decision: null, asked: null }));
  end = new AbortController();
  document.body.innerHTML =
    '<section role="dialog"><h2>Share</h2><label id="share-user-picker-field-label">Names</label><div class="fabric-user-picker__control"><span id="chips"></span><input name="users"></div><footer data-testid="form-footer"><button type="submit">Share</button></footer></section>';
  const page: Page = {
    document,
    signal: end.signal,
    context: () => context,
    onPass: (look) => {
      pass = look;
    },
    rescan: () => look(),
  };
  licenceWarnings.start(page, {
    preview,
    noteKit,
    onRequests: (again) => {
      moved = again;
    },
  });
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

/** Something a person does in the dialog, or a script pretends to. */
const act = (trusted = true) => {
  const event = new Event('click', { bubbles: true });
  Object.defineProperty(event, 'isTrusted', { value: trusted });
  document.querySelector('[name=users]')?.dispatchEvent(event);
};
const look = () => pass({ roots: [document.body], context });
const host = () => document.querySelector<HTMLElement>('[data-gatehouse="licence-warning"]');
const rootOf = captureRoots();
const said = () => saidIn(rootOf(host()));
const chip = (text: string, acted = true) => {
  const made = document.createElement('span');
  made.setAttribute('data-user-picker-multi-value', '');
  made.textContent = text;
  document.getElementById('chips')?.append(made);
  if (acted) act();
};

describe('licence warnings', () => {
  it('say nothing while nobody is chosen', () => {
    look();
    expect(host()).toBeNull();
    expect(preview).not.toHaveBeenCalled();
  });

  it('ask once a burst and stand above the submit button, announced politely', async () => {
    chip('nina.new@outside.example');
    look();
    await vi.advanceTimersByTimeAsync(0);
    expect(said()).toContain('Checking seats and cost');
    chip('omar.new@outside.example');
    look();
    look();
    await vi.advanceTimersByTimeAsync(300);
    expect(preview).toHaveBeenCalledTimes(1);
    expect(preview.mock.calls[0]?.[0]).toMatchObject({
      intent: 'share-with-new-person',
      product: 'jira-software',
      siteHost: 'acme.atlassian.net',
    });
    expect(said()).toContain('98 of 100 seats used → 100');
    expect(host()?.nextElementSibling?.localName).toBe('footer');
    expect(rootOf(host())?.querySelector('[role="status"]')?.getAttribute('aria-live')).toBe('polite');
  });

  it('say their language and direction inside, where the page does not read them', async () => {
    chip('nina.new@outside.example');
    look();
    await vi.advanceTimersByTimeAsync(300);
    const box = rootOf(host())?.querySelector<HTMLElement>('[role="status"]');
    expect([box?.lang, box?.dir]).toEqual(['en-US', 'ltr']);
    expect(host()?.getAttributeNames()).not.toContain('lang');
  });

  it('are in the language of the browser, with its plurals, lists and money', async () => {
    speak(sayFrom(catalogues.de, 'de-AT'));
    chip('nina.new@outside.example');
    chip('omar.new@outside.example');
    look();
    await vi.advanceTimersByTimeAsync(300);
    expect(said()).toContain('2 von 2 Personen sind neu: nina.new@outside.example und omar.new@outside.example.');
    expect(said()).toContain('98 von 100 Lizenzen belegt → 100.');
    expect(said()).not.toMatch(/seat|people|about/i);
    speak(sayFrom(catalogues.en, 'en-US'));
  });

  it('list everybody, of many the first five open and the rest folded', async () => {
    for (const letter of 'abcdef') chip(`${letter}@outside.example`);
    look();
    await vi.advanceTimersByTimeAsync(300);
    const people = [...(rootOf(host())?.querySelectorAll('li') ?? [])];
    expect(people.map((one) => saidIn(one).trim())).toEqual(
      [...'abcdef'].map((letter) => `${letter}@outside.example  is new here`),
    );
    expect(people.filter((one) => one.closest('details') !== null)).toHaveLength(1);
    expect(rootOf(host())?.querySelector('summary')?.getAttribute('data-says')).toBe('1 more');
    for (const one of [...document.querySelectorAll('[data-user-picker-multi-value]')].slice(3)) one.remove();
    act();
    look();
    await vi.advanceTimersByTimeAsync(300);
    expect(rootOf(host())?.querySelector('li')).toBeNull();
    expect(said()).toContain('3 of 3 people are new: a@outside.example, b@outside.example and c@outside.example.');
  });

  it('come back when the page redraws, and go when nobody is left', async () => {
    chip('nina.new@outside.example');
    look();
    await vi.advanceTimersByTimeAsync(300);
    host()?.remove();
    look();
    expect(said()).toContain('98 of 100');
    expect(preview).toHaveBeenCalledTimes(1);
    document.getElementById('chips')?.replaceChildren();
    look();
    expect(host()).toBeNull();
  });

  it('say beforehand that it will be stopped, where it will be', async () => {
    preview.mockImplementation(async (intent) => ({ effect: effectFor(intent), decision: blocked, asked: null }));
    chip('nina.new@outside.example');
    look();
    await vi.advanceTimersByTimeAsync(300);
    expect(said()).toContain('Sharing with somebody new will be stopped');
    // Somebody picked from the site, in a plain share: nothing holds that.
    document.getElementById('chips')?.replaceChildren();
    chip('Liam Chen');
    look();
    await vi.advanceTimersByTimeAsync(300);
    expect(said()).toContain('98 of 100');
    expect(said()).not.toContain('stopped');
  });

  it('say that IT was asked as soon as it was, without an act in the dialog', async () => {
    preview.mockImplementation(async (intent) => ({ effect: effectFor(intent), decision: blocked, asked: null }));
    chip('nina.new@outside.example');
    look();
    await vi.advanceTimersByTimeAsync(300);
    expect(said()).toContain('will be stopped: you can ask');
    preview.mockImplementation(async (intent) => ({
      effect: effectFor(intent),
      decision: blocked,
      asked: { number: 12, state: 'in-review' },
    }));
    await vi.advanceTimersByTimeAsync(60_000);
    moved();
    await vi.advanceTimersByTimeAsync(0);
    expect(said()).toContain('You asked IT for this already. Request #12: Waiting for IT.');
    expect(said()).not.toContain('you can ask');
    // About somebody else it is asked anew; the note of a dialog that is gone asks nothing.
    document.querySelector('section')?.remove();
    moved();
    expect(preview).toHaveBeenCalledTimes(2);
  });

  it('call unknown what is unknown', async () => {
    preview.mockResolvedValueOnce(null);
    chip('nina.new@outside.example');
    look();
    await vi.advanceTimersByTimeAsync(300);
    expect(said()).toContain('not known right now');
  });

  it('do not show an answer about the past', async () => {
    let late: (found: Preview | null) => void = () => undefined;
    preview.mockImplementationOnce(
      () =>
        new Promise((resolve) => {
          late = resolve;
        }),
    );
    chip('nina.new@outside.example');
    look();
    await vi.advanceTimersByTimeAsync(300);
    chip('omar.new@outside.example');
    look();
    await vi.advanceTimersByTimeAsync(300);
    late(null);
    await vi.advanceTimersByTimeAsync(1);
    expect(said()).toContain('→ 100');
  });

  it('try again at the next change when what draws them could not be loaded', async () => {
    noteKit.mockResolvedValueOnce(null);
    chip('nina.new@outside.example');
    look();
    await vi.advanceTimersByTimeAsync(300);
    expect(host()).toBeNull();
    look();
    await vi.advanceTimersByTimeAsync(300);
    expect(said()).toContain('98 of 100');
  });

  it('leave nothing behind when the session ends', async () => {
    chip('nina.new@outside.example');
    look();
    end.abort();
    expect(host()).toBeNull();
  });

  it('say nothing about whom a page puts in without anybody acting, nor because a script pretends to act', async () => {
    chip('ceo@acme.example', false);
    act(false);
    look();
    await vi.advanceTimersByTimeAsync(1000);
    expect(host()).toBeNull();
    expect(preview).not.toHaveBeenCalled();
  });

  it('are no list of everybody: a page that cycles through people is told so', async () => {
    for (let person = 0; person < 25; person += 1) {
      document.getElementById('chips')?.replaceChildren();
      chip(`person${person}@acme.example`);
      look();
      await vi.advanceTimersByTimeAsync(300);
    }
    expect(preview).toHaveBeenCalledTimes(20);
    expect(said()).toContain('in a minute');
    await vi.advanceTimersByTimeAsync(61_000);
    document.getElementById('chips')?.replaceChildren();
    chip('late@acme.example');
    look();
    await vi.advanceTimersByTimeAsync(300);
    expect(preview).toHaveBeenCalledTimes(21);
  });
});
