import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type IdentityView, toView } from '../../core/identity/index.ts';
import { AccountId } from '../../core/ids.ts';
import { lookInside, waitForText } from '../tools/closed-roots.ts';
import { board, type ExtensionWorld, openWorld, page, signIn } from './extension-world.ts';

type Kind = Parameters<typeof toView>[1];

const kinds: readonly Pick<Kind, 'type' | 'subStates'>[] = [
  { type: 'managed', subStates: [] },
  { type: 'external', subStates: [] },
  { type: 'portal-only', subStates: [] },
  { type: 'app', subStates: [] },
  { type: 'external', subStates: ['unclaimed'] },
  { type: 'managed', subStates: ['deactivated'] },
  { type: 'managed', subStates: ['suspended'] },
  { type: 'external', subStates: ['invited'] },
  { type: 'external', subStates: ['confluence-guest'] },
];
const reason = 'Why this badge stands here.';
const identities: IdentityView[] = kinds.map((kind, index) =>
  toView(AccountId.parse(`712020:3d1f0a52-00${20 + index}-4e11-8a01-000000000001`), {
    ...kind,
    reasons: [{ code: 'managed-account', text: reason }],
  } as Kind),
);

let world: ExtensionWorld;
let tab: Page;
beforeAll(async () => {
  world = await openWorld();
  world.stub.identities = identities;
  await (await signIn(world)).close();
  tab = await world.context.newPage();
  await tab.goto(board);
  await tab.evaluate(
    (ids) => {
      const photo = (id: string) =>
        `https://avatar-management--avatars.us-west-2.prod.public.atl-paas.net/${id}/0f0f/48`;
      const at = document.createElement('div');
      // A mention has room for words, the picture on a card for a sign.
      at.innerHTML = ids
        .map(
          (id, index) => `<p><span data-mention-id="${id}"><span>@Person ${index}</span></span></p>
          <div data-testid="platform-board-kit.ui.card.card"><div data-testid="board.common.fields.assignee-field-static.avatar"
            role="img" aria-labelledby="a${index}"><span data-testid="board.common.fields.assignee-field-static.avatar--inner">
            <img src="${photo(id)}" width="24" height="24"></span><span hidden id="a${index}"
            data-testid="board.common.fields.assignee-field-static.avatar--label">Assignee: Person ${index}</span></div></div>`,
        )
        .join('');
      document.body.prepend(at);
    },
    identities.map(({ accountId }) => accountId),
  );
  for (const { label } of identities) await waitForText(tab, label.replaceAll('-', '\u2011'));
});
afterAll(async () => {
  await world?.close();
});

/** The boxes of all badges as the page measures them, and where each stands. */
const boxes = () =>
  tab.evaluate(() =>
    [...document.querySelectorAll('[data-gatehouse="badge"]')].map((badge) => {
      const { width, height } = badge.getBoundingClientRect();
      return { dense: badge.closest('[data-testid="platform-board-kit.ui.card.card"]') !== null, width, height };
    }),
  );

describe('badges on a page that looks for who is what', () => {
  it('have one box, with room for words and without, whatever they say', async () => {
    await expect.poll(async () => (await boxes()).length).toBe(2 * kinds.length);
    const all = await boxes();
    for (const dense of [false, true]) {
      const sizes = all.filter((box) => box.dense === dense).map(({ width, height }) => `${width} × ${height}`);
      expect(sizes, `dense: ${dense}`).toHaveLength(kinds.length);
      expect(new Set(sizes).size, `dense: ${dense}: ${sizes.join(', ')}`).toBe(1);
    }
  });

  it('have no word of theirs that is cut off', async () => {
    const cut = await inBadges(tab, 'this.scrollWidth > this.clientWidth || this.scrollHeight > this.clientHeight');
    expect(cut).toEqual(cut.map(() => false));
    expect(cut).toHaveLength(2 * kinds.length);
  });

  it('open no card for events that a page makes up, and their words are not found', async () => {
    await tab.evaluate(() => {
      for (const badge of document.querySelectorAll<HTMLElement>('[data-gatehouse="badge"]')) {
        for (const type of ['pointerover', 'pointerenter', 'mouseover', 'focus', 'focusin', 'click'])
          badge.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true }));
        badge.focus();
        badge.click();
      }
    });
    await tab.waitForTimeout(1000);
    expect(await lookInside(tab, ({ text }) => text)).not.toContain(reason);
    expect(await found(identities.map(({ label }) => label))).toEqual([]);
  });

  it('open it for a person’s pointer, and its words are not found either', async () => {
    const { x, y } = await lookInside(tab, ({ buttons }) => buttons[0]?.middle() ?? { x: 0, y: 0 });
    await tab.mouse.move(x, y);
    await waitForText(tab, reason);
    expect(await found([reason, 'Managed account'])).toEqual([]);
    expect(await tab.evaluate(() => document.documentElement.innerText)).not.toContain(reason);
  });
});

describe('badges beside names that have little room', () => {
  const photo = (id: string) => `https://avatar-management--avatars.us-west-2.prod.public.atl-paas.net/${id}/0f0f/48`;
  /** How wide names are, and where the badges are seen: inside the root, for a mark without width is seen all the same. */
  const look = async () => ({
    names: await tab.evaluate(() =>
      [...document.querySelectorAll('.name')].map((name) => name.getBoundingClientRect().width),
    ),
    seen: (await inBadges(
      tab,
      `(({ left, right, top, bottom, width }) => ({ left, right, top, bottom, width, words: getComputedStyle(this, '::before').content.length }))(this.getBoundingClientRect())`,
    )) as { left: number; right: number; top: number; bottom: number; width: number }[],
  });
  const rows = (
    widths: readonly number[],
    direction: string,
  ) => `<style>.rows > div{display:flex;gap:8px;height:32px;align-items:center;overflow:hidden}
    .rows a{display:inline-flex;gap:8px;align-items:center;min-width:0}.name{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}</style>
    <div class="rows" dir="${direction}" style="font:14px system-ui">${widths
      .map(
        (width, at) =>
          `<div style="width:${width}px"><a href="/jira/people/${identities[at % 2]?.accountId}"><img src="${photo(identities[at % 2]?.accountId ?? '')}" width="24" height="24" style="flex:none"><span class="name">Emma Berghansen</span></a></div>`,
      )
      .join('')}</div>`;

  it.each(['ltr', 'rtl'])('never take any of it from them, and are seen: %s', async (direction) => {
    // From no room for the name to room for both.
    const widths = [60, 90, 120, 140, 146, 150, 156, 160, 170, 200, 240, 300];
    const put = (html: string) =>
      tab.evaluate((text) => {
        document.body.innerHTML = text;
      }, html);
    await put(
      rows(widths, direction).replaceAll('/jira/people/', '/nobody/').replaceAll('avatar-management', 'elsewhere'),
    );
    const { names: bare } = await look();
    await put(rows(widths, direction));
    await expect.poll(async () => (await boxes()).length).toBe(widths.length);
    await expect.poll(async () => (await look()).names).toEqual(bare);
    const { seen } = await look();
    const places = await tab.evaluate(() =>
      [...document.querySelectorAll('.rows > div')].map((row) => {
        const { left, right, top, bottom } = row.getBoundingClientRect();
        return { left, right, top, bottom };
      }),
    );
    const pictures = await tab.evaluate(() =>
      [...document.querySelectorAll('.rows img')].map((picture) => {
        const { left, right, bottom } = picture.getBoundingClientRect();
        return { left, right, bottom };
      }),
    );
    // A mark stands on the corner of its picture where a line ends.
    const marks = seen.flatMap(({ left, top, width }, at) =>
      width === 14 ? [{ left, top, picture: pictures[at] }] : [],
    );
    expect(marks.length).toBeGreaterThan(2);
    for (const { left, top, picture } of marks) {
      const corner = direction === 'ltr' ? (picture?.right ?? 0) - 10 : (picture?.left ?? 0) - 4;
      expect(Math.abs(left - corner), `${left} at ${corner}`).toBeLessThanOrEqual(1.5);
      expect(Math.abs(top - ((picture?.bottom ?? 0) - 10))).toBeLessThanOrEqual(1.5);
    }
    for (const [at, { left, right, top, bottom }] of places.entries()) {
      const badge = seen[at];
      expect(badge?.width, `row of ${widths[at]}`).toBeGreaterThanOrEqual(14);
      expect(badge?.left, `row of ${widths[at]}`).toBeGreaterThanOrEqual(left - 4);
      expect(badge?.right, `row of ${widths[at]}`).toBeLessThanOrEqual(right + 4);
      expect(badge?.top).toBeGreaterThanOrEqual(top - 4);
      expect(badge?.bottom).toBeLessThanOrEqual(bottom + 4);
    }
  });

  it('are what they would have been where somebody is shown later, or folded away and shown again', async () => {
    const widths = [60, 140, 300];
    const fold = (display: string) =>
      tab.evaluate((value) => {
        for (const part of document.querySelectorAll<HTMLElement>('.rows')) part.style.display = value;
      }, display);
    const now = async () => (await look()).seen.map(({ width }) => Math.round(width));
    const put = (html: string) =>
      tab.evaluate((text) => {
        document.body.innerHTML = text;
      }, html);
    await put(rows(widths, 'ltr'));
    await expect.poll(async () => (await now()).length).toBe(widths.length);
    await expect.poll(async () => (await now())[0]).toBe(14);
    const shown = await now();
    expect(shown[2]).toBeGreaterThan(80);
    await fold('none');
    await expect.poll(now).toEqual([0, 0, 0]);
    await fold('');
    await expect.poll(now).toEqual(shown);
    await put(rows(widths, 'ltr').replace('font:14px', 'display:none;font:14px'));
    await expect.poll(async () => (await boxes()).length).toBe(widths.length);
    await fold('');
    await expect.poll(now).toEqual(shown);
  });

  it('have room again when the window has', async () => {
    await tab.evaluate(
      (html) => {
        document.body.innerHTML = html;
      },
      rows([0], 'ltr').replace('width:0px', 'width:12vw'),
    );
    await expect.poll(async () => (await boxes()).map(({ width }) => width)).toEqual([0]);
    await tab.setViewportSize({ width: 2400, height: 800 });
    await expect.poll(async () => (await boxes()).map(({ width }) => width > 80)).toEqual([true]);
    await tab.setViewportSize({ width: 1280, height: 800 });
    await expect.poll(async () => (await boxes()).map(({ width }) => width)).toEqual([0]);
  });
});

it('badges stand beside whom the person wants them, on open pages at once', async () => {
  await tab.evaluate(
    (ids) => {
      document.body.innerHTML = ids
        .map((id, at) => `<p><span data-mention-id="${id}">@Person ${at}</span></p>`)
        .join('');
    },
    identities.map(({ accountId }) => accountId),
  );
  await expect.poll(async () => (await boxes()).length).toBe(kinds.length);
  const options = await world.context.newPage();
  await options.goto(page('options/index.html'));
  await expect.poll(() => options.getByLabel(/everybody your organization knows/).isChecked()).toBe(true);
  await options.getByLabel(/Only beside people who are not managed/).check();
  await options.getByText('Saved. Open pages show it now.').waitFor();
  // One of them is managed and in order.
  await expect.poll(async () => (await boxes()).length).toBe(kinds.length - 1);
  await options.getByLabel('None').check();
  await expect.poll(async () => (await boxes()).length).toBe(0);
  await options.reload();
  await expect.poll(() => options.getByLabel('None').isChecked()).toBe(true);
  await options.getByLabel(/everybody your organization knows/).check();
  await expect.poll(async () => (await boxes()).length).toBe(kinds.length);
  await options.close();
});

/** Which of these words `window.find` of the page finds. */
const found = (words: readonly string[]): Promise<string[]> =>
  tab.evaluate(
    (all) => all.filter((one) => Reflect.get(window, 'find').call(window, one, false, false, true, false, true)),
    words,
  );

/** What an expression is for the button of every badge, inside their closed roots. */
async function inBadges(page: Page, expression: string): Promise<unknown[]> {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const { nodes } = await session.send('DOM.getFlattenedDocument', { depth: -1, pierce: true });
    const buttons = nodes.filter(
      ({ nodeName, attributes = [] }) => nodeName === 'BUTTON' && attributes.includes('data-says'),
    );
    return await Promise.all(
      buttons.map(async ({ nodeId }) => {
        const { object } = await session.send('DOM.resolveNode', { nodeId });
        const { result } = await session.send('Runtime.callFunctionOn', {
          objectId: object.objectId ?? '',
          functionDeclaration: `function () { return ${expression}; }`,
          returnByValue: true,
        });
        return result.value as unknown;
      }),
    );
  } finally {
    await session.detach();
  }
}
