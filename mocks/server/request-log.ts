/** A request that reached the fake. The proof that something was stopped is that it is not here. */
export interface LoggedRequest {
  readonly at: string;
  readonly method: string;
  readonly host: string;
  readonly path: string;
  /** The address as it was sent, when the fake read it as another: where it led stands in `host` and `path`. */
  readonly sentAs?: string;
  readonly query: string;
  /** Parsed when it is JSON, else text, null when there is none. */
  readonly body: unknown;
  readonly hasSession: boolean;
  readonly status: number;
}

const limit = 5000;

export class RequestLog {
  #entries: LoggedRequest[] = [];

  add(entry: LoggedRequest): void {
    this.#entries.push(entry);
    if (this.#entries.length > limit) this.#entries.shift();
  }

  /** Oldest first; `since` is an ISO date-time. */
  list(since?: string | null): readonly LoggedRequest[] {
    return since ? this.#entries.filter((entry) => entry.at >= since) : this.#entries;
  }

  clear(): void {
    this.#entries = [];
  }
}

export function parseBody(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
