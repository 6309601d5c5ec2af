// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import type { IntentOnPage } from '../../../core/contract/messages.ts';
import { blocked } from '../../../tests/tools/policy-fixture.ts';
import { readPageContext } from '../../sites/page-context.ts';
import { createActGate } from './act-gate.ts';

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
        now: () => 0,
      },
      () => readPageContext(new URL('https://acme.atlassian.net/jira/software/projects/ACME/boards/1'), document),
    ).control({
      element,
      intent: 'add-to-project',
      step: 'acts',
      evidence: 'B',
      carrier: 'x',
      label: null,
      labelLanguage: null,
    });
  expect(await press(null)).toBe(true);
  expect(await press('invite')).toBe(false);
  expect(await press('add-to-project')).toBe(false);
});
