import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Conditions } from '../../core/policy/index.ts';
import { rule } from '../tools/policy-fixture.ts';
import { actor, type ConditionRow, conditionRows, targetGroups } from './condition-rows.ts';
import { board, type ExtensionWorld, openWorld, pastOurScripts, publish, signIn } from './extension-world.ts';

let world: ExtensionWorld;
let popup: Awaited<ReturnType<typeof signIn>>;
beforeAll(async () => {
  world = await openWorld();
  popup = await signIn(world);
}, 120_000);
afterAll(async () => {
  await world?.close();
});

const patient = { timeout: 30_000, interval: 100 };

let published = 0;

/** A missing fact warns, so that it is told from both other ends. */
async function put(when: object): Promise<void> {
  // A name of its own each time: the same act under the same rule is recorded once a while.
  published += 1;
  await publish(world, popup, [rule(`rule-${published}`, { when: Conditions.parse(when) })], 'warn');
}

/** Shares the board with one person, by a real click. @returns the outcome that was recorded, or seen, and how many calls arrived */
async function share(invites: ConditionRow<'intents'>['invites']): Promise<{ outcome: unknown; arrived: number }> {
  world.arrived.length = 0;
  world.stub.received.length = 0;
  const tab = await world.context.newPage();
  await tab.goto(board);
  if (invites) await tab.evaluate(({ name, id }) => Reflect.get(window, 'addChip')(name, id), invites);
  else {
    await tab.getByRole('combobox').fill('nina.new@outside.example');
    await tab.getByRole('combobox').press('Enter');
  }
  await tab.getByRole('button', { name: 'Invite' }).click();
  const recorded = () =>
    world.stub.received
      .filter(({ path }) => path === '/api/v1/intents')
      .flatMap(({ body }) => (body as { intents: { outcome: string; layer: string }[] }).intents)
      .find(({ layer }) => layer === 'page');
  const shared = tab.getByText('Shared');
  await expect
    .poll(async () => recorded()?.outcome ?? ((await shared.isVisible()) || undefined), patient)
    .toBeDefined();
  const outcome = recorded()?.outcome ?? 'allow';
  if (outcome === 'allow') await shared.waitFor();
  await tab.close();
  return { outcome, arrived: world.arrived.filter(({ call }) => call.startsWith('POST')).length };
}

describe('each condition of a rule, in a real page', () => {
  it.each(Object.entries(conditionRows))(
    '%s stops where it holds, and only there',
    { timeout: 120_000 },
    async (name, { holds, fails, invites }) => {
      Object.assign(world.stub, { actor: { ...world.stub.actor, ...actor }, targetGroups });
      await put({ [name]: holds });
      expect(await share(invites)).toEqual({ outcome: 'block', arrived: 0 });
      await put({ [name]: fails });
      expect(await share(invites)).toEqual({ outcome: 'allow', arrived: 1 });
    },
  );

  it('closes addresses for those outside a group, and for nobody whose groups are not known', {
    timeout: 120_000,
  }, async () => {
    const when = { intents: ['invite'], actorGroupsExcept: ['it'] };
    for (const [groups, answer] of [
      [[], 'refused'],
      [['it'], 'answered 200'],
      [null, 'answered 200'],
    ] as const) {
      Object.assign(world.stub, { actor: { ...world.stub.actor, ...actor, groups } });
      await put(when);
      const tab = await world.context.newPage();
      await tab.goto(board);
      expect(await tab.evaluate(pastOurScripts)).toBe(answer);
      await tab.close();
    }
  });

  it.each([
    ['actorGroups', { groups: null }],
    ['actorGroupsExcept', { groups: null }],
    ['actorRoles', { roles: null }],
    ['actorRoles', { openRoles: ['org-admin'] }],
    ['targetGroups', {}],
  ] as const)(
    '%s is left to "onUnknown" where the service does not know',
    { timeout: 120_000 },
    async (name, unknown) => {
      Object.assign(world.stub, { actor: { ...world.stub.actor, ...actor, ...unknown }, targetGroups: null });
      await put({ [name]: conditionRows[name].fails });
      expect(await share(undefined)).toEqual({ outcome: 'warn', arrived: 0 });
    },
  );
});
