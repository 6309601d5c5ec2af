// @vitest-environment happy-dom
import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { routes } from '../../core/contract/routes/index.ts';
import { exampleDirectory } from '../../tests/e2e/panel-data.ts';
import { sitDownAt } from '../../tests/tools/panel-desk.tsx';
import { type Command, useCommand } from './use-command.ts';
import { useQuery } from './use-query.ts';

let command: Command<typeof routes.syncDirectory>;

function Desk() {
  useQuery(routes.getDirectory, {});
  command = useCommand(routes.syncDirectory);
  return null;
}

/** A service whose directory is there, and which says `answer` to the command. */
const service = (answer: () => Promise<Response>) =>
  vi.fn(async (_path: string, init: RequestInit) =>
    init.method === 'GET' ? Response.json(exampleDirectory) : answer(),
  );

const sent = (send: ReturnType<typeof service>, method: string) =>
  send.mock.calls.filter(([, init]) => init.method === method).length;

describe('a command', () => {
  it('is sent once, is under way until there is an answer, and what is on screen is asked for again', async () => {
    let come = (_: Response): void => undefined;
    const send = service(
      () =>
        new Promise((resolve) => {
          come = resolve;
        }),
    );
    const desk = sitDownAt(send);
    await desk.show(<Desk />);
    const run = act(() => void command.run({}));
    await desk.pass();
    await run;
    expect(command.busy).toBe(true);
    expect(sent(send, 'GET')).toBe(1);
    come(Response.json({ started: true }));
    await desk.pass();
    expect(command).toMatchObject({ busy: false, error: null });
    expect([sent(send, 'POST'), sent(send, 'GET')]).toEqual([1, 2]);
  });

  it('that failed is not sent again by itself: whoever gave it is told, and asks what has become of it', async () => {
    const send = service(async () => Response.json({}, { status: 502 }));
    const desk = sitDownAt(send);
    await desk.show(<Desk />);
    let outcome: unknown;
    await act(async () => {
      outcome = await command.run({});
    });
    await desk.pass(60_000);
    expect(outcome).toBeNull();
    expect(command.error?.status).toBe(502);
    expect([sent(send, 'POST'), sent(send, 'GET')]).toEqual([1, 2]);
  });

  it('fails at once where there is no network, and is not kept to be sent later behind anybody’s back', async () => {
    const send = service(async () => {
      throw new TypeError('Failed to fetch');
    });
    const desk = sitDownAt(send);
    await desk.show(<Desk />);
    window.dispatchEvent(new Event('offline'));
    await act(async () => void (await command.run({})));
    await desk.pass();
    expect(command.error?.code).toBe('unreachable');
    window.dispatchEvent(new Event('online'));
    await desk.pass(60_000);
    expect(sent(send, 'POST')).toBe(1);
  });
});
