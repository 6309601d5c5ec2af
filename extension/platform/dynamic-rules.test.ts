import { expect, it } from 'vitest';
import { installFakeBrowser } from '../../tests/tools/fake-browser.ts';
import { type NetworkRule, replaceRules } from './dynamic-rules.ts';

const rule = {
  id: 1,
  action: { type: 'block' },
  condition: { regexFilter: '/invite$', resourceTypes: ['xmlhttprequest'] },
} as NetworkRule;

it('writes an unchanged set once, also where the browser gives keys that were never set back as null', async () => {
  const { fake, rules } = installFakeBrowser();
  expect(await replaceRules([rule])).toBe(true);
  // As Firefox ESR 153 answers.
  fake.declarativeNetRequest.getDynamicRules = async () =>
    rules.current.map((one) => ({ priority: null, ...one, condition: { ...rule.condition, urlFilter: null } }));
  expect(await replaceRules([rule])).toBe(false);
  expect(rules.writes).toBe(1);
  expect(await replaceRules([{ ...rule, condition: { regexFilter: '/join$' } }])).toBe(true);
});
