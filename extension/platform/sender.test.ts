import { describe, expect, it } from 'vitest';
import { senderKind, sourceOf } from './sender.ts';

const self = { id: 'self', origin: 'chrome-extension://self' };
const from = (url: string | undefined, more: object = { tab: {} }) => senderKind({ id: 'self', url, ...more }, self);

describe('who a message comes from', () => {
  it.each([
    'https://acme.atlassian.net/browse/ACME-1',
    'https://admin.atlassian.com/o/1/users',
    'https://id.atlassian.com/join/user-access',
    'https://home.atlassian.com/o/1/people',
    'https://acme.atlassian.net./browse/ACME-1',
    'https://id.atlassian.com./join/user-access',
    'https://eu.acme.atlassian.net/browse/ACME-1',
  ])('knows our content scripts on %s', (url) => expect(from(url)).toBe('content'));

  it.each([
    'https://evil.example/',
    'https://acme.atlassian.net.evil.example/',
    'https://evil-atlassian.net/',
    'https://atlassian.net/',
    'https://acme.atlassian.net../',
    'http://acme.atlassian.net/',
    'https://www.atlassian.com/',
    'about:blank',
    'not an address',
  ])('answers nobody at %s', (url) => expect(from(url)).toBeNull());

  it('a frame that a page filled is of whom the browser says', () => {
    expect(from('about:blank', { tab: {}, origin: 'https://acme.atlassian.net' })).toBe('content');
    expect(from('blob:https://acme.atlassian.net/1', { tab: {}, origin: 'https://acme.atlassian.net' })).toBe(
      'content',
    );
    expect(from('blob:https://evil.example/1', { tab: {}, origin: 'https://evil.example' })).toBeNull();
    expect(from('about:srcdoc', { tab: {}, origin: 'https://evil.example' })).toBeNull();
    expect(from('about:blank', { tab: {}, origin: 'null' })).toBeNull();
    expect(from('https://evil.example/', { tab: {}, origin: 'https://acme.atlassian.net' })).toBeNull();
  });

  it('tells its own pages from the panel', () => {
    expect(from('chrome-extension://self/popup/index.html', {})).toBe('page');
    expect(from('chrome-extension://self/blocked/index.html#https://id.atlassian.com/')).toBe('page');
    expect(from('chrome-extension://self/panel-app/index.html#/queue')).toBe('panel');
    expect(from('chrome-extension://self/prompt/index.html')).toBe('prompt');
    expect(from('chrome-extension://self/popup/index.html#/panel-app/')).toBe('page');
    expect(from('chrome-extension://self/popup/../panel-app/x', {})).toBe('panel');
  });

  it('does not take the word of another extension, of a page without a tab, or of nobody', () => {
    expect(senderKind({ id: 'other', url: 'chrome-extension://self/popup/index.html' }, self)).toBeNull();
    expect(from('chrome-extension://selfish/popup/index.html')).toBeNull();
    expect(from('https://acme.atlassian.net/', {})).toBeNull();
    expect(from(undefined)).toBeNull();
  });
});

it('knows the frame a message comes from, and none for pages in no tab', () => {
  const url = 'https://acme.atlassian.net/browse/ACME-1';
  expect(sourceOf({ id: 'self', url, tab: { id: 7 }, frameId: 0 }, self)).toEqual({
    kind: 'content',
    frame: { tabId: 7, frameId: 0 },
  });
  expect(sourceOf({ id: 'self', url: 'chrome-extension://self/popup/index.html' }, self)).toEqual({
    kind: 'page',
    frame: null,
  });
  expect(sourceOf({ id: 'other', url, tab: { id: 7 }, frameId: 0 }, self)).toBeNull();
});
