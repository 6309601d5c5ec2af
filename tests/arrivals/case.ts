import type { Way } from './table.ts';

/** Something that gives access, as one request. */
export interface GuardedRequest {
  readonly intent: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  /** The plain address, without query. */
  readonly url: string;
  /** `address`: rules must stop every spelling. `body`: the address carries harmless requests too. */
  readonly decidedBy: 'address' | 'body';
  /** Body of a call that would succeed; a marker is added to it. */
  readonly body?: Readonly<Record<string, unknown>>;
  /** What at Atlassian closes it, for what stays open. */
  readonly closedBy?: string;
}

export interface Try {
  readonly id: string;
  readonly request: GuardedRequest;
  readonly spelling: string;
  readonly address: string;
  readonly way: Way;
}
