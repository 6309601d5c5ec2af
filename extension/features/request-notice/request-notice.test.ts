// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { captureRoots, saidIn } from '../../../tests/tools/capture-roots.ts';
import { installFakeBrowser } from '../../../tests/tools/fake-browser.ts';
import { takeTurn } from '../../dom/turn.ts';
import { startRequestNotice } from './index.ts';
import { tellNews } from './tell.ts';

let browser: ReturnType<typeof installFakeBrowser>;
let end: AbortController;
let asked: unknown[];
beforeEach(() => {
  browser = installFakeBrowser();
  end = new AbortController();
  HTMLElement.prototype.showPopover ??= () => undefined;
  asked = [];
  startRequestNotice((news) => tellNews(news, (intent) => void asked.push(intent), end.signal), end.signal);
});
afterEach(() => end.abort());

const hosts = () => [...document.querySelectorAll<HTMLElement>('[data-gatehouse="request-notice"]')];
const tell = (notice: object) => browser.fake.runtime.onMessage.emit(notice, {}, () => undefined);

const rootOf = captureRoots();
const buttons = () => [...(rootOf(hosts()[0])?.querySelectorAll('button') ?? [])];
const press = (label: string, isTrusted: boolean) => {
  const click = new MouseEvent('click');
  Object.defineProperty(click, 'isTrusted', { value: isTrusted });
  buttons()
    .find(({ textContent }) => textContent === label)
    ?.dispatchEvent(click);
};

describe('news of requests', () => {
  it('are said on the page in front, as text, each until it was read', () => {
    tell({ notice: 'request-news', tone: 'good', text: 'Request #1 was approved.' });
    tell({ notice: 'request-news', tone: 'bad', text: 'Request #2 was denied: <img src=x onerror=alert(1)>' });
    expect(hosts()).toHaveLength(1);
    expect(saidIn(rootOf(hosts()[0]))).toContain('Request #1 was approved.');
    expect(saidIn(rootOf(hosts()[0]))).toContain('<img src=x');
    expect(rootOf(hosts()[0])?.querySelector('img')).toBeNull();
  });

  it('are three at once, in the order they came; how many follow is said', () => {
    for (const n of [1, 2, 3, 4, 5])
      tell({ notice: 'request-news', tone: 'good', text: `Request #${n} was approved.` });
    const said = () => [...saidIn(rootOf(hosts()[0])).matchAll(/#(\d)|(\d) more/g)].map(([text]) => text);
    expect(said()).toEqual(['#1', '#2', '#3', '2 more']);
    press('Dismiss', true);
    expect(said()).toEqual(['#2', '#3', '#4', '1 more']);
    for (let n = 0; n < 4; n += 1) press('Dismiss', true);
    expect(hosts()).toEqual([]);
  });

  it('leave a stop in sight, whose number is told nowhere else', () => {
    vi.useFakeTimers();
    tell({ notice: 'stopped', text: 'Stop K7QF-2M9D.', intent: null });
    tell({ notice: 'request-news', tone: 'good', text: 'Request #1 was approved.' });
    vi.advanceTimersByTime(10_001);
    expect(saidIn(rootOf(hosts()[0]))).toContain('Stop K7QF-2M9D.');
    expect(saidIn(rootOf(hosts()[0]))).not.toContain('Request #1');
    vi.advanceTimersByTime(50_000);
    expect(hosts()).toEqual([]);
    vi.useRealTimers();
  });

  it('wait while a prompt is open, which they would cover, and are said when it was answered', async () => {
    const prompt = Promise.withResolvers<string>();
    const another = Promise.withResolvers<string>();
    const answered = takeTurn(() => prompt.promise);
    tell({ notice: 'request-news', tone: 'good', text: 'Request #1 was approved.' });
    expect(hosts()).toEqual([]);
    const show = vi.fn(() => another.promise);
    const next = takeTurn(show);
    await Promise.resolve();
    expect(show).not.toHaveBeenCalled();
    prompt.resolve('closed');
    expect(await answered).toBe('closed');
    await expect.poll(() => show.mock.calls.length).toBe(1);
    expect(hosts()).toEqual([]);
    another.reject(new Error('gone'));
    await expect(next).rejects.toThrow('gone');
    expect(saidIn(rootOf(hosts()[0]))).toContain('Request #1 was approved.');
  });

  it('are nothing else: other notices and messages leave the page alone, and the signal ends it', () => {
    tell({ notice: 'policy-changed' });
    tell({ kind: 'check' });
    expect(hosts()).toEqual([]);
    tell({ notice: 'request-news', tone: 'good', text: 'Request #1 was approved.' });
    end.abort();
    expect(hosts()).toEqual([]);
    tell({ notice: 'request-news', tone: 'good', text: 'Request #1 was approved.' });
    expect(hosts()).toEqual([]);
  });
});

describe('a page that hides what we draw', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  it('is put right once; what it goes on hiding and is told nowhere else the browser says', () => {
    vi.useFakeTimers();
    const alert = vi.fn();
    vi.stubGlobal('alert', alert);
    vi.spyOn(HTMLElement.prototype, 'checkVisibility').mockReturnValue(false);
    tell({ notice: 'stopped', text: 'Stop K7QF-2M9D.', intent: null });
    tell({ notice: 'request-news', tone: 'good', text: 'Request #1 was approved.' });
    hosts()[0]?.style.setProperty('display', 'none', 'important');
    vi.advanceTimersByTime(250);
    expect(hosts()[0]?.style.display).toBe('block');
    expect(alert).not.toHaveBeenCalled();
    vi.advanceTimersByTime(250);
    expect(alert.mock.calls).toEqual([['Stop K7QF-2M9D.']]);
    expect(hosts()).toEqual([]);
    tell({ notice: 'request-news', tone: 'good', text: 'Request #2 was approved.' });
    expect(hosts()).toHaveLength(1);
  });
});

describe('a stop of this page', () => {
  const intent = { intent: 'invite' };
  it('is told with a way to ask, which only a person takes, once', () => {
    tell({ notice: 'stopped', text: 'Stop K7QF-2M9D.', intent });
    expect(saidIn(rootOf(hosts()[0]))).toContain('Stop K7QF-2M9D.');
    press('Ask IT', false);
    expect(asked).toEqual([]);
    press('Ask IT', true);
    expect(asked).toEqual([intent]);
    expect(hosts()).toEqual([]);
  });

  it('offers nothing where the rule does not let anybody ask', () => {
    tell({ notice: 'stopped', text: 'Stop K7QF-2M9D.', intent: null });
    expect(buttons().map(({ textContent }) => textContent)).toEqual(['Dismiss']);
  });
});
