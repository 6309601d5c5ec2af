// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { type ErrorCode, errors } from '../../core/contract/errors.ts';
import type { DirectoryStatus } from '../../core/contract/routes/directory.ts';
import { routes } from '../../core/contract/routes/index.ts';
import { exampleDirectory } from '../../tests/e2e/panel-data.ts';
import { sitDownAt } from '../../tests/tools/panel-desk.tsx';
import { type Query, useQuery } from './use-query.ts';

/** What each looker sees. */
const seen: Record<string, Query<DirectoryStatus>> = {};

function Look({ as }: { as: string }) {
  seen[as] = useQuery(routes.getDirectory, {});
  return null;
}

const look = <Look as="one" />;
const accounts = () => seen.one?.value?.accounts;

const answered = (more: Partial<DirectoryStatus> = {}, etag = '"1"') =>
  Response.json({ ...exampleDirectory, ...more }, { headers: { etag } });

const refused = (code: ErrorCode) =>
  Response.json(
    { type: 'about:blank', title: 't', status: errors[code].status, code, detail: 'd', instance: 'i' },
    { status: errors[code].status },
  );

/** A service that gives these answers one after the other. */
function inTurn(...answers: (() => Response | Promise<Response>)[]) {
  return vi.fn(async (_path: string, _init: RequestInit) => {
    const answer = answers.shift();
    if (!answer) throw new TypeError('asked too often');
    return answer();
  });
}

/** An answer that comes when it is told to. */
function later() {
  let come = (_: Response): void => undefined;
  const answer = new Promise<Response>((resolve) => {
    come = resolve;
  });
  return { come, answer: () => answer };
}

const changed = { type: 'directory.changed' } as const;

describe('a question', () => {
  it('is asked once for many lookers, and each of them sees the answer', async () => {
    const send = inTurn(() => answered());
    const desk = sitDownAt(send);
    await desk.show([<Look as="one" key="1" />, <Look as="two" key="2" />]);
    expect(send).toHaveBeenCalledTimes(1);
    expect(seen.one?.value).toEqual(exampleDirectory);
    expect(seen.two?.value).toBe(seen.one?.value);
  });

  it('is asked again when its answer changed while it was on its way, and not before', async () => {
    const first = later();
    const send = inTurn(first.answer, () => answered({ accounts: 2 }));
    const desk = sitDownAt(send);
    await desk.openStream();
    await desk.show(look);
    await desk.tell(changed);
    expect(send).toHaveBeenCalledTimes(1);
    first.come(answered({ accounts: 1 }));
    await desk.pass();
    expect(send).toHaveBeenCalledTimes(2);
    expect(accounts()).toBe(2);
  });

  it('whose answer changes faster than it comes shows every answer that does come', async () => {
    const turns = Array.from({ length: 4 }, later);
    const desk = sitDownAt(inTurn(() => answered({ accounts: 0 }), ...turns.map(({ answer }) => answer)));
    await desk.openStream();
    await desk.show(look);
    for (const [index, { come }] of turns.entries()) {
      await desk.tell(changed);
      await desk.tell(changed);
      come(answered({ accounts: index + 1 }));
      await desk.pass();
      expect(accounts()).toBe(index + 1);
    }
  });

  it('keeps the very same answer when the service says that nothing has changed', async () => {
    const send = inTurn(
      () => answered({}, '"7"'),
      () => new Response(null, { status: 304 }),
    );
    const desk = sitDownAt(send);
    await desk.openStream();
    await desk.show(look);
    const before = seen.one?.value;
    await desk.tell(changed);
    expect(send.mock.calls.map(([, init]) => new Headers(init.headers).get('if-none-match'))).toEqual([null, '"7"']);
    expect(seen.one).toMatchObject({ error: null, previous: false });
    expect(before).not.toBeNull();
    expect(seen.one?.value).toBe(before);
  });

  it('keeps the parts of an answer that are as they were', async () => {
    const desk = sitDownAt(
      inTurn(
        () => answered({ accounts: 1 }),
        () => answered({ accounts: 2 }, '"2"'),
      ),
    );
    await desk.openStream();
    await desk.show(look);
    const before = seen.one?.value?.seats;
    await desk.tell(changed);
    expect(accounts()).toBe(2);
    expect(seen.one?.value?.seats).toBe(before);
  });

  it('that nobody looks at is not asked, and is asked again when somebody does', async () => {
    const send = inTurn(
      () => answered({ accounts: 1 }),
      () => answered({ accounts: 2 }),
    );
    const desk = sitDownAt(send);
    await desk.openStream();
    await desk.show(look);
    await desk.show(null);
    await desk.tell(changed);
    expect(send).toHaveBeenCalledTimes(1);
    await desk.show(look);
    expect(send).toHaveBeenCalledTimes(2);
    expect(accounts()).toBe(2);
  });

  it('that nobody waits for any more is given up', async () => {
    const send = inTurn(() => new Promise<Response>(() => undefined));
    const desk = sitDownAt(send);
    await desk.show(look);
    const signal = send.mock.calls[0]?.[1].signal;
    expect(signal?.aborted).toBe(false);
    await desk.show(null);
    expect(signal?.aborted).toBe(true);
  });

  it('of somebody who has left is nothing that the next person sees', async () => {
    const next = later();
    const desk = sitDownAt(inTurn(() => answered(), next.answer));
    await desk.show(look);
    expect(seen.one?.value).not.toBeNull();
    await desk.leave();
    await desk.show(look);
    expect(seen.one?.value).toBeNull();
    next.come(answered({ accounts: 2 }));
    await desk.pass();
    expect(accounts()).toBe(2);
  });
});

describe('a question that fails', () => {
  it('keeps the old answer beside the reason', async () => {
    const desk = sitDownAt(
      inTurn(
        () => answered(),
        () => refused('internal'),
      ),
    );
    await desk.openStream();
    await desk.show(look);
    await desk.tell(changed);
    expect(seen.one?.value).toEqual(exampleDirectory);
    expect(seen.one?.error?.code).toBe('internal');
  });

  it('is asked again by itself while it may pass, in growing pauses, and says meanwhile why there is nothing', async () => {
    const send = inTurn(
      () => refused('internal'),
      () => refused('internal'),
      () => answered(),
    );
    const desk = sitDownAt(send);
    await desk.show(look);
    expect(seen.one?.error?.code).toBe('internal');
    await desk.pass(1999);
    expect(send).toHaveBeenCalledTimes(1);
    await desk.pass(1);
    expect(send).toHaveBeenCalledTimes(2);
    await desk.pass(3999);
    expect(send).toHaveBeenCalledTimes(2);
    expect(seen.one?.error?.code).toBe('internal');
    await desk.pass(1);
    expect(send).toHaveBeenCalledTimes(3);
    await desk.pass(1);
    expect(seen.one).toMatchObject({ value: exampleDirectory, error: null });
    await desk.pass(60_000);
    expect(send).toHaveBeenCalledTimes(3);
  });

  it('is not asked again when nobody looks any more', async () => {
    const send = inTurn(() => refused('internal'));
    const desk = sitDownAt(send);
    await desk.show(look);
    await desk.show(null);
    await desk.pass(60_000);
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('is not asked again when it will stay refused', async () => {
    const send = inTurn(() => refused('not-found'));
    const desk = sitDownAt(send);
    await desk.show(look);
    await desk.pass(60_000);
    expect(send).toHaveBeenCalledTimes(1);
    expect(seen.one?.error?.code).toBe('not-found');
  });

  it('is asked at once when somebody wants it to be, and says what went wrong until there is an answer', async () => {
    const again = later();
    const desk = sitDownAt(inTurn(() => refused('internal'), again.answer));
    await desk.show(look);
    seen.one?.retry();
    await desk.pass();
    expect(seen.one?.error?.code).toBe('internal');
    again.come(answered());
    await desk.pass();
    expect(seen.one).toMatchObject({ value: exampleDirectory, error: null });
  });

  it('is asked at once when the connection is back', async () => {
    const desk = sitDownAt(
      inTurn(
        () => refused('internal'),
        () => answered(),
      ),
    );
    await desk.show(look);
    await desk.openStream();
    expect(seen.one).toMatchObject({ value: exampleDirectory, error: null });
  });

  it('says so when the session has ended', async () => {
    const desk = sitDownAt(inTurn(() => refused('not-signed-in')));
    await desk.show(look);
    expect(desk.onSignedOut).toHaveBeenCalledOnce();
    await desk.pass(60_000);
    expect(desk.onSignedOut).toHaveBeenCalledOnce();
  });

  it('is asked although the browser believes to be offline', async () => {
    const send = inTurn(() => answered());
    const desk = sitDownAt(send);
    window.dispatchEvent(new Event('offline'));
    await desk.show(look);
    window.dispatchEvent(new Event('online'));
    expect(seen.one?.value).toEqual(exampleDirectory);
  });
});
