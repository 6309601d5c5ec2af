import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { RateLimiter } from './rate-limiter.ts';
import { seedState } from './seed.ts';
import type { CloudState, FakeAccount, FakeEvent } from './state.ts';

/** Holds the state and replaces it as a whole; with a file it survives a restart. */
export interface Store {
  readonly state: CloudState;
  /** How often each kind of API call was made lately; not part of what survives. */
  readonly limiter: RateLimiter;
  /** Replaces the state by what `change` makes of it. */
  update(change: (state: CloudState) => CloudState): void;
  reset(): void;
}

export function openStore(file?: string): Store {
  let state = file ? (load(file) ?? seedState()) : seedState();
  const save = () => {
    if (!file) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify({ version: VERSION, state }));
    renameSync(`${file}.new`, file);
  };
  const limiter = new RateLimiter();
  return {
    limiter,
    get state() {
      return state;
    },
    update(change) {
      state = change(state);
      save();
    },
    reset() {
      state = seedState();
      limiter.clear();
      save();
    },
  };
}

/** Changes with the shape of the state, so that a file of another shape is refused instead of half understood. */
export const VERSION = 1;
const Saved = z.object({
  version: z.literal(VERSION),
  state: z.custom<CloudState>((value) => z.looseObject({ accounts: z.array(z.unknown()) }).safeParse(value).success),
});

function load(file: string): CloudState | null {
  try {
    return Saved.parse(JSON.parse(readFileSync(file, 'utf8'))).state;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Error(`${file} cannot be read. Delete it, or start with --reset.`, { cause: error });
  }
}

export const byId = (state: CloudState, accountId: string): FakeAccount | undefined =>
  state.accounts.find((account) => account.accountId === accountId);

export const byEmail = (state: CloudState, email: string): FakeAccount | undefined =>
  state.accounts.find((account) => account.email?.toLowerCase() === email.trim().toLowerCase());

/** The state with one account changed. */
export const withAccount = (
  state: CloudState,
  accountId: string,
  change: (account: FakeAccount) => FakeAccount,
): CloudState => ({
  ...state,
  accounts: state.accounts.map((account) => (account.accountId === accountId ? change(account) : account)),
});

/** The state with an entry at the end of the organization's audit log. */
export function withEvent(state: CloudState, event: Omit<FakeEvent, 'id' | 'time'>): CloudState {
  const id = `00000000-0000-4000-8000-${String(state.nextId).padStart(12, '0')}`;
  return {
    ...state,
    nextId: state.nextId + 1,
    events: [...state.events, { ...event, id, time: new Date().toISOString() }],
  };
}
