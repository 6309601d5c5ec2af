/** Sample values of messages, by key. */
export type Samples = Readonly<Record<string, Readonly<Record<string, string | number>>>>;

/** Whom a sentence speaks of: verbs differ. */
export type Whose = 'you' | 'one' | 'several';

/** Whether Gatehouse knows the app by name: English puts known ones before the noun. Languages that do not need not ask. */
export type Known = 'yes' | 'no';

export const withoutValues = <K extends string>(
  ...keys: readonly K[]
): Readonly<Record<K, Readonly<Record<never, never>>>> =>
  Object.fromEntries(keys.map((key) => [key, {}])) as Record<K, Record<never, never>>;
