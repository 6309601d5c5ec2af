import type { z } from 'zod';
import { append } from '../../core/audit/index.ts';
import type { getHealth as route } from '../../core/contract/routes/health.ts';
import type { Context } from './context.ts';

type Health = z.input<(typeof route)['response']>;
type Check = Health['checks'][number];

/** How late a grant may be before something must be wrong with carrying grants out. Milliseconds. */
const LATE = 10 * 60_000;
const NEWEST = 100;

/** Whether the service works, and which part does not. Public: it tells no names, numbers or reasons of the inside. */
export async function getHealth(context: Pick<Context, 'store' | 'ids' | 'clock' | 'settings'>): Promise<Health> {
  const checks = await Promise.all([
    check('database', async () => {
      await context.store.policy.current();
      return { ok: true, detail: 'Answers.' };
    }),
    check('directory', () => directory(context)),
    check('grants', () => grants(context)),
    check('audit', () => audit(context)),
  ]);
  const status = checks.every(({ ok }) => ok) ? 'ok' : 'degraded';
  return { status, version: context.settings.version, checks };
}

async function check(name: Check['name'], look: () => Promise<Omit<Check, 'name'>>): Promise<Check> {
  try {
    return { name, ...(await look()) };
  } catch {
    // The reason is for the log of whatever failed; strangers learn only that it does not work.
    return { name, ok: false, detail: 'Cannot be read. An admin finds the reason in the log of the service.' };
  }
}

async function directory({ store }: Pick<Context, 'store'>): Promise<Omit<Check, 'name'>> {
  const { generation, failure, finishedAt } = await store.directory.state();
  if (failure !== null)
    return {
      ok: false,
      detail:
        finishedAt === null
          ? 'Could not be read yet. Staff see the reason after signing in.'
          : `The last try failed; what is shown is from ${finishedAt}. Staff see the reason after signing in.`,
    };
  if (generation === 0) return { ok: false, detail: 'Is being read for the first time.' };
  return { ok: true, detail: `Read at ${finishedAt}.` };
}

async function grants({ store, clock }: Pick<Context, 'store' | 'clock'>): Promise<Omit<Check, 'name'>> {
  const due = await store.grantJobs.nextDue();
  if (due !== null && Date.parse(clock.now()) - Date.parse(due) > LATE)
    return { ok: false, detail: 'Approved access is not being given. Restart the service and look at its log.' };
  return { ok: true, detail: due === null ? 'Nothing waits.' : 'Working.' };
}

/** Checks that the newest entries fit together; the whole log is checked on request. */
async function audit({ store, ids }: Pick<Context, 'store' | 'ids'>): Promise<Omit<Check, 'name'>> {
  const entries = (await store.audit.list({ type: null, stop: null, before: null, limit: NEWEST })).toReversed();
  const broken = entries.find((entry, index) => {
    const previous = entries[index - 1] ?? (entry.seq === 1 ? null : { seq: entry.seq - 1, hash: entry.prevHash });
    const expected = append(previous, entry.event, ids.sha256);
    return expected.seq !== entry.seq || expected.hash !== entry.hash;
  });
  if (broken) return { ok: false, detail: 'The log was changed from outside. Check the whole chain under Audit.' };
  return { ok: true, detail: `The newest ${entries.length} entries fit together.` };
}
