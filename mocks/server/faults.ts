import { z } from 'zod';

/** Makes the next `times` calls that match answer with a fault instead of the fake's own answer. */
export const Fault = z.strictObject({
  method: z.string(),
  /** Regular expression on `host/path`. */
  pathPattern: z.string().refine(isPattern, 'is not a regular expression'),
  status: z.number().int().min(200).max(599),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.unknown().optional(),
  times: z.number().int().positive(),
});
export type Fault = z.infer<typeof Fault>;

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}

export class Faults {
  #faults: { fault: Fault; pattern: RegExp; left: number }[] = [];

  add(fault: Fault): void {
    this.#faults.push({ fault, pattern: new RegExp(fault.pathPattern), left: fault.times });
  }

  clear(): void {
    this.#faults = [];
  }

  /** The answer for a call, when a fault waits for it. */
  take(method: string, hostAndPath: string): Response | undefined {
    const found = this.#faults.find(
      (entry) => entry.left > 0 && entry.fault.method === method && entry.pattern.test(hostAndPath),
    );
    if (!found) return undefined;
    found.left--;
    const { status, headers, body } = found.fault;
    return new Response(body === undefined ? null : JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json', ...headers },
    });
  }
}
