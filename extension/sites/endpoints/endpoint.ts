import type { Intent } from '../../../core/policy/index.ts';

/** Hosts by what they are; `site` is every customer site. Plain suffixes: network rules are about the same ones. */
export const hosts = {
  site: ['atlassian.net', 'jira.com'],
  admin: ['admin.atlassian.com'],
  id: ['id.atlassian.com'],
  home: ['home.atlassian.com', 'team.atlassian.com', 'start.atlassian.com'],
  website: ['www.atlassian.com'],
} as const;

export type HostKind = keyof typeof hosts;

/** Whether a host is of one of these kinds. `host` as a parsed `URL` has it, without a dot at its end. */
export const isOnHost = (kinds: readonly HostKind[], host: string): boolean =>
  kinds.some((kind) =>
    hosts[kind].some((suffix) => host === suffix || (kind === 'site' && host.endsWith(`.${suffix}`))),
  );

/**
 * A call that gives access, as plain data: the guard matches it in the page, network rules by method, host and path. What it is
 * known from stands in `sources.ts`.
 */
export interface Endpoint {
  readonly name: string;
  readonly methods: readonly ('POST' | 'PUT' | 'PATCH')[];
  readonly hosts: readonly HostKind[];
  /**
   * Regular expression over the plain path, in lower case, without look-arounds or back references (network rules run it in RE2).
   * Addresses that differ before their last word are alternatives of their own, each from ^ to $: an odd slash is looked for
   * before the last word, and behind it when an id follows.
   */
  readonly path: string;
  readonly intent: Intent;
  /** One address carries harmless calls too: only the body tells them apart, so network rules cannot close it. */
  readonly bodyNeeded: boolean;
}
