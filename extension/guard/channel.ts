/**
 * MAIN world and isolated world meet once, at `document_start`: MAIN listens on the document, the isolated script hands over a port
 * in a synchronous event there, MAIN takes it and stops listening. Both run before any script in that document. The window may be
 * older: browsers give a frame's first document and the one it loads the same, with every listener that the page around it left
 * there. So it is an event that documents, by the standard, keep from their window: one called "load".
 */
export const HAND_OVER = 'load';

/** A call that may give access, as the page makes it; the isolated side finds out what it does. */
export interface Held {
  readonly method: string;
  /** As the browser sends it. */
  readonly url: string;
  /** The same address in its plainest spelling. */
  readonly plain: string;
  /** Null when there is none, or when it is `unreadable`. */
  readonly body: string | null;
  /** There is a body, and nobody can say what is in it. */
  readonly unreadable: boolean;
  /** Beside what was read there is a file that nobody looked into. */
  readonly hasFile?: boolean;
}

/** What MAIN asks; `id` is its own count. */
export interface Question {
  readonly id: number;
  readonly call: Held;
}

/** The page gave the call up while it was held: nothing waits for the answer any more. */
export interface Dropped {
  readonly id: number;
  readonly dropped: true;
}

/**
 * `holding`: a person is being asked, wait without a deadline. `block` carries the sentence that the refused call answers
 * with.
 */
export type Answer =
  | { readonly id: number; readonly outcome: 'allow' }
  | { readonly id: number; readonly outcome: 'block'; readonly message: string }
  | { readonly id: number; readonly outcome: 'holding' };

/** Sent first by the isolated side and again when the policy changes: what holds when no answer comes in time. */
export interface Terms {
  readonly terms: true;
  readonly deadlineMs: number;
  readonly onUnknown: 'allow' | 'block';
}

/** Shown by Atlassian's own error handling where a policy could not be asked. */
export const UNKNOWN = 'Gatehouse could not check this action with your IT policy. Try again in a moment.';
