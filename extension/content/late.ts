import { need } from '../on-demand/need.ts';
import { send } from '../platform/send.ts';
import { report } from './report.ts';

/**
 * Firefox runs our scripts also in pages that were open when the extension was installed or updated. What an earlier version drew there
 * answers nobody any more, and goes; its guard refuses what it cannot ask about, and stays until the page is loaded anew, which is said
 * where a policy could refuse anything. Documents that a page makes itself have never been loading.
 */
export function clearUpIfLate(signal: AbortSignal): void {
  if (document.readyState === 'loading' || location.protocol !== 'https:') return;
  for (const old of document.querySelectorAll('[data-gatehouse]')) old.remove();
  const tell = async (): Promise<void> => {
    const { hasPolicy } = await send('ready', {});
    if (hasPolicy) (await need('overlays')).tellLate(signal);
  };
  tell().catch(report('late'));
}
