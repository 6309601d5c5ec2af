import { send } from '../platform/send.ts';
import { type OnDemand, type OnDemandName, provided } from './shelf.ts';

const coming = new Map<OnDemandName, Promise<void>>();

/**
 * What a script on demand provides; the script is brought to this page the first time. Rejects when the background cannot be
 * reached any more, e.g. after an update of the extension under an open page; asking again tries again.
 */
export async function need<K extends OnDemandName>(name: K): Promise<OnDemand[K]> {
  const known = provided(name);
  if (known) return known;
  const arriving = coming.get(name) ?? send('bring', { script: name }).then(() => undefined);
  coming.set(name, arriving);
  try {
    await arriving;
  } finally {
    coming.delete(name);
  }
  const found = provided(name);
  if (!found) throw new Error(`The script "${name}" came and brought nothing.`);
  return found;
}
