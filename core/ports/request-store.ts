import type { CloudId, RequestId } from '../ids.ts';
import type { Product } from '../organization/product.ts';
import type { Intent } from '../policy/intent.ts';
import type { AccessRequest, Person, RequestState } from '../requests/request.ts';

/** Somebody who asked for what was already asked for: their request is attached to the open one. */
export interface Attachment {
  readonly person: Person;
  readonly reason: string;
  readonly at: string;
}

/** What makes two requests the same wish. `targetKey` names the people, in an order that does not depend on the page. */
export interface SameWish {
  readonly intent: Intent;
  readonly product: Product | null;
  readonly cloudId: CloudId;
  /** Null for what is the same in every project or space. */
  readonly container: string | null;
  readonly targetKey: string;
}

export interface RequestQuery {
  readonly states: readonly RequestState[] | null;
  /** Requests with a smaller number than this. */
  readonly before: number | null;
  readonly limit: number;
}

/** The first of a list: requests that are still on their way before all others, each newest first. */
export interface OpenFirst {
  readonly requests: readonly AccessRequest[];
  /** How many others there are. */
  readonly more: number;
}

export interface RequestReads {
  /** Null also for another organization's requests. */
  get(id: RequestId): Promise<AccessRequest | null>;
  /** Newest first. */
  list(query: RequestQuery): Promise<readonly AccessRequest[]>;
  counts(): Promise<Record<RequestState, number>>;
  /** Requests that were made or joined under this sign-in. */
  ofPerson(subject: string, limit: number): Promise<OpenFirst>;
  /**
   * Requests of these states that the person made, joined or would get something by, under whichever sign-in. Those joined before the
   * store kept more of it are found by the sign-in alone.
   */
  naming(person: Person, states: readonly RequestState[]): Promise<readonly AccessRequest[]>;
  /** Oldest first. */
  attachments(id: RequestId): Promise<readonly Attachment[]>;
  /** Other requests that name one of the same people. */
  related(request: AccessRequest, limit: number): Promise<OpenFirst>;
  findOpen(wish: SameWish, openStates: readonly RequestState[]): Promise<AccessRequest | null>;
}

export interface RequestWrites extends RequestReads {
  nextNumber(): Promise<number>;
  /** How many requests of these states somebody made under this sign-in. */
  countOf(subject: string, states: readonly RequestState[]): Promise<number>;
  /** @param wish null when nobody can know whether another one is the same */
  insert(request: AccessRequest, wish: SameWish | null): Promise<void>;
  update(request: AccessRequest): Promise<void>;
  /** As in `insert`, once more is known of the request. */
  setWish(id: RequestId, wish: SameWish | null): Promise<void>;
  attach(id: RequestId, attachment: Attachment): Promise<void>;
  /** Whoever had joined has not any more; others who joined have. */
  detach(id: RequestId, person: Person): Promise<void>;
  /** After the request has become one of `to`: it is found by them, no more by `from`, and their attachment is the request itself. */
  setRequester(id: RequestId, from: Person, to: Person): Promise<void>;
}
