import type { FakeAccount } from '../cloud/state.ts';
import type { Store } from '../cloud/store.ts';

/** Answers what people see: product pages and their scripts. `undefined` when the address is not theirs. */
export type PagesHandler = (
  request: Request,
  context: { readonly store: Store; readonly viewer: FakeAccount | null },
) => Promise<Response | undefined>;
