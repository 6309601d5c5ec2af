// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { captureRoots, saidIn } from '../../../tests/tools/capture-roots.ts';
import { installFakeBrowser } from '../../../tests/tools/fake-browser.ts';
import { startRequestNotice } from './index.ts';
import { toast } from './toast.ts';

let browser: ReturnType<typeof installFakeBrowser>;
let end: AbortController;
beforeEach(() => {
  browser = installFakeBrowser();
  end = new AbortController();
  HTMLElement.prototype.showPopover ??= () => undefined;
  startRequestNotice(toast, end.signal);
});
afterEach(() => end.abort());

const hosts = () => [...document.querySelectorAll<HTMLElement>('[data-gatehouse="request-notice"]')];
const tell = (notice: object) => browser.fake.runtime.onMessage.emit(notice, {}, () => undefined);

const rootOf = captureRoots();

describe('news of requests', () => {
  it('are said on the page in front, as text, the newest only', () => {
    tell({ notice: 'request-news', tone: 'good', text: 'Request #1 was approved.' });
    tell({ notice: 'request-news', tone: 'bad', text: 'Request #2 was denied: <img src=x onerror=alert(1)>' });
    expect(hosts()).toHaveLength(1);
    expect(saidIn(rootOf(hosts()[0]))).toContain('<img src=x');
    expect(rootOf(hosts()[0])?.querySelector('img')).toBeNull();
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
