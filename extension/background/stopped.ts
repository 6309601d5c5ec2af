import type { MessageInput, MessageOutput } from '../../core/contract/messages.ts';
import { actAt } from '../intents/of-blocked.ts';
import { ofNavigation, type StoppedNavigation, shown } from '../intents/of-navigation.ts';
import { blockingRule } from '../platform/dynamic-rules.ts';
import { check } from './check.ts';
import { enforce } from './enforce.ts';
import { intentOfRule } from './network-rules.ts';
import { currentPolicy } from './policy.ts';
import { spendWord } from './stopped-page.ts';

/**
 * A navigation that our rules led to the explaining page. What it was is read from the address by our own tables, or else is what
 * the rule stops; a word that is not ours, or was used, says and records nothing.
 */
export async function stopped({ word, address }: MessageInput<'stopped'>): Promise<MessageOutput<'stopped'>> {
  if (!(await spendWord(word))) return null;
  await enforce();
  const navigation = ofNavigation(address) ?? (await byRule(address));
  return navigation && { ...navigation, answer: await check(navigation.intent) };
}

/** Rules read more addresses as a page that gives access than our tables do. */
async function byRule(address: string): Promise<StoppedNavigation | null> {
  const policy = await currentPolicy();
  if (policy === null || !URL.canParse(address)) return null;
  // The rule that leads windows here has a twin of the same pattern, which blocks frames.
  const rule = await blockingRule('GET', address);
  if (rule === null) return null;
  const url = new URL(address);
  const intent = actAt(intentOfRule(rule), url, policy.bundle.organization.sites);
  return intent && { intent, address: shown(url) };
}
