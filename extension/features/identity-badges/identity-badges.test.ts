// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { IdentityView } from '../../../core/identity/index.ts';
import { startContent } from '../../content/content.ts';
import { mountedAfter } from '../../content/mount.ts';
import { belongs } from './face.ts';
import { HoverCard } from './hover-card.ts';
import { type BadgeDeps, identityBadges, type PeopleAsked, type Resolve } from './index.ts';

const emma = '712020:3d1f0a52-0001-4e11-8a01-000000000001';
const pat = '5b10a2844c20165700ede215';
const ghost = '712020:3d1f0a52-0099-4e11-8a01-000000000099';
const views: Record<string, Partial<IdentityView>> = {
  [emma]: { type: 'managed', label: 'Managed', reasons: ['acme.example is verified and the account is claimed.'] },
  [pat]: {
    type: 'external',
    label: 'External',
    subStates: [],
    reasons: ['partner.example is not one of your domains.'],
  },
  [ghost]: { type: 'unknown', label: 'Unknown', reasons: ['Nobody knows.'] },
};

const resolveAll: Resolve = async ({ accountIds }) =>
  new Map(
    accountIds.flatMap((accountId) => {
      const view = views[accountId];
      return view ? [[accountId as string, { accountId, subStates: [], ...view } as IdentityView] as const] : [];
    }),
  );

let stop = new AbortController();
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 4; turn += 1) await new Promise((next) => requestAnimationFrame(() => setTimeout(next, 0)));
};
const put = (html: string): void => {
  const parsed = new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html');
  document.body.replaceChildren(...parsed.body.childNodes);
};
const mention = (id: string, name: string) => `<span data-mention-id="${id}">@${name}</span>`;
const buttonAfter = (selector: string): Element | null => {
  const anchor = document.querySelector(selector);
  const mounted = anchor && mountedAfter(anchor);
  return mounted?.host.isConnected ? mounted.root.firstElementChild : null;
};
const begin = (resolve: Resolve = resolveAll, report = vi.fn(), isWanted: BadgeDeps['isWanted'] = () => true) => {
  startContent(
    [identityBadges],
    { resolve, report, isWanted, hoverCard: async () => new HoverCard() },
    stop.signal,
    (_feature, error) => {
      throw error;
    },
  );
  return report;
};

beforeEach(() => {
  stop = new AbortController();
  vi.spyOn(document, 'readyState', 'get').mockReturnValue('complete');
});
afterEach(() => {
  stop.abort();
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

describe('badges', () => {
  it('say who is who, beside the person, by name', async () => {
    put(mention(emma, 'Emma Berg') + mention(pat, 'Pat Moreau'));
    begin();
    await settle();
    expect(buttonAfter(`[data-mention-id="${emma}"]`)?.getAttribute('data-says')).toBe('●\u2009Managed');
    expect(buttonAfter(`[data-mention-id="${pat}"]`)?.getAttribute('aria-label')).toBe(
      'Pat Moreau: external account. Why?',
    );
  });

  it('nobody known, nothing drawn', async () => {
    put(`${mention(ghost, 'Ghost')}${mention('712020:3d1f0a52-0098-4e11-8a01-000000000098', 'Nobody')}`);
    begin();
    await settle();
    expect(document.querySelectorAll('[data-gatehouse="badge"]')).toHaveLength(0);
  });

  it('none beside those who belong where only the others are wanted', async () => {
    put(mention(emma, 'Emma Berg') + mention(pat, 'Pat Moreau'));
    begin(resolveAll, vi.fn(), (view) => !belongs(view));
    await settle();
    expect(buttonAfter(`[data-mention-id="${emma}"]`)).toBeNull();
    expect(buttonAfter(`[data-mention-id="${pat}"]`)).not.toBeNull();
  });

  it('a word about those who belong is left out in lists, where there are many of them', async () => {
    put(`<ul><li>${mention(emma, 'Emma Berg')}</li><li>${mention(pat, 'Pat Moreau')}</li></ul>`);
    begin();
    await settle();
    expect(buttonAfter(`[data-mention-id="${emma}"]`)?.getAttribute('data-says')).toBe('●');
    expect(buttonAfter(`[data-mention-id="${pat}"]`)?.getAttribute('data-says')).toBe('▲\u2009External');
  });

  it('a display name that is an attack stays text', async () => {
    put(mention(emma, '&lt;img src=x onerror=alert(1)&gt;'));
    begin();
    await settle();
    const button = buttonAfter('[data-mention-id]');
    expect(button?.getAttribute('aria-label')).toContain('<img src=x onerror=alert(1)>');
    expect(button?.children).toHaveLength(0);
  });

  it('one question a burst, nobody asked about twice', async () => {
    put(mention(emma, 'Emma Berg') + mention(pat, 'Pat Moreau') + mention(emma, 'Emma Berg'));
    const asked: PeopleAsked[] = [];
    begin(async (people) => {
      asked.push(people);
      return resolveAll(people);
    });
    await settle();
    document.body.append(...new DOMParser().parseFromString(mention(emma, 'Emma Berg'), 'text/html').body.childNodes);
    await settle();
    expect(asked).toEqual([{ accountIds: [emma, pat], emailHashes: [] }]);
    expect(document.querySelectorAll('[data-gatehouse="badge"]')).toHaveLength(4);
  });

  it('come back when the page drops them', async () => {
    put(`<p>${mention(emma, 'Emma Berg')}</p>`);
    begin();
    await settle();
    document.querySelector('[data-gatehouse="badge"]')?.remove();
    await settle();
    expect(document.querySelectorAll('[data-gatehouse="badge"]')).toHaveLength(1);
  });

  it('go when the element becomes somebody else: recycled rows never show the last person’s badge', async () => {
    put(`<p>${mention(emma, 'Emma Berg')}</p>`);
    begin();
    await settle();
    document.querySelector('[data-mention-id]')?.setAttribute('data-mention-id', ghost);
    await settle();
    expect(document.querySelectorAll('[data-gatehouse="badge"]')).toHaveLength(0);
    document.querySelector('[data-mention-id]')?.setAttribute('data-mention-id', pat);
    await settle();
    expect(buttonAfter('[data-mention-id]')?.getAttribute('data-says')).toBe('▲\u2009External');
  });

  it('nobody is asked about before being near the screen', async () => {
    put(mention(emma, 'Emma Berg') + mention(pat, 'Pat Moreau'));
    let top = 9000;
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
      return new DOMRect(0, this.getAttribute('data-mention-id') === pat ? top : 0, 100, 20);
    });
    const resolve = vi.fn(resolveAll);
    begin(resolve);
    await settle();
    expect(resolve.mock.calls).toEqual([[{ accountIds: [emma], emailHashes: [] }]]);
    expect(document.querySelectorAll('[data-gatehouse="badge"]')).toHaveLength(1);
    top = 500;
    document.dispatchEvent(new Event('scroll'));
    await new Promise((next) => setTimeout(next, 200));
    await settle();
    expect(resolve.mock.calls[1]).toEqual([{ accountIds: [pat], emailHashes: [] }]);
    expect(buttonAfter(`[data-mention-id="${pat}"]`)?.getAttribute('data-says')).toBe('▲\u2009External');
  });

  it('come when the row was drawn anew while the organization was being asked, and only if it still shows the same person', async () => {
    put(`<p>${mention(emma, 'Emma Berg')}</p><p>${mention(pat, 'Pat Moreau')}</p>`);
    let answer = (): void => undefined;
    const asked = new Promise<void>((next) => {
      answer = next;
    });
    begin(async (people) => {
      await asked;
      return resolveAll(people);
    });
    await settle();
    const [first, second] = document.querySelectorAll('p');
    const again = document.createElement('span');
    again.setAttribute('data-mention-id', emma);
    again.textContent = '@Emma Berg';
    first?.replaceChildren(again);
    second?.firstElementChild?.setAttribute('data-mention-id', 'all');
    await settle();
    answer();
    await settle();
    expect(buttonAfter(`[data-mention-id="${emma}"]`)?.getAttribute('data-says')).toBe('●\u2009Managed');
    expect(document.querySelectorAll('[data-gatehouse="badge"]')).toHaveLength(1);
  });

  it('never inside an editor', async () => {
    put(`<div contenteditable="true"><p>${mention(emma, 'Emma Berg')}</p></div>`);
    begin();
    await settle();
    expect(document.querySelectorAll('[data-gatehouse]')).toHaveLength(0);
  });

  it('do not loop on their own insertions', async () => {
    put(mention(emma, 'Emma Berg'));
    begin();
    await settle();
    const frames = vi.spyOn(globalThis, 'requestAnimationFrame');
    await new Promise((next) => setTimeout(next, 60));
    expect(frames).not.toHaveBeenCalled();
  });

  it('a service that is down is reported, and asked again only later', async () => {
    put(mention(emma, 'Emma Berg'));
    const resolve = vi.fn(async () => {
      throw new Error('down');
    });
    const report = begin(resolve);
    await settle();
    document.body.append(document.createElement('p'));
    await settle();
    expect(report).toHaveBeenCalledOnce();
    expect(resolve).toHaveBeenCalledOnce();
  });

  it('all go with the signal', async () => {
    put(mention(emma, 'Emma Berg'));
    begin();
    await settle();
    stop.abort();
    expect(document.querySelectorAll('[data-gatehouse]')).toHaveLength(0);
  });
});
