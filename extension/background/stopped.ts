import type { MessageInput, MessageOutput } from '../../core/contract/messages.ts';
import { ofNavigation } from '../intents/of-navigation.ts';
import { check } from './check.ts';
import { enforce } from './enforce.ts';
import { spendWord } from './stopped-page.ts';

/**
 * A navigation that our rules led to the explaining page. What it was is read from the address by our own tables; a word that is
 * not ours, or was used, says and records nothing.
 */
export async function stopped({ word, address }: MessageInput<'stopped'>): Promise<MessageOutput<'stopped'>> {
  if (!(await spendWord(word))) return null;
  await enforce();
  const navigation = ofNavigation(address);
  if (navigation === null) return null;
  const { intent } = navigation;
  return { ...navigation, answer: intent && (await check(intent)) };
}
