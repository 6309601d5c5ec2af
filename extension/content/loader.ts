import { createGate } from '../features/access-block/gate.ts';
import { decideCalls, startAccessBlock } from '../features/access-block/index.ts';
import { promptFailure, promptFor } from '../features/policy-prompt/index.ts';
import { startRequestNotice } from '../features/request-notice/index.ts';
import { handOverPort } from '../guard/channel.ts';
import { serveGuard } from '../guard/serve.ts';
import { MessageError, send } from '../platform/send.ts';
import { readPageContext } from '../sites/page-context.ts';
import { report } from './report.ts';
import { startWhileSignedIn } from './while-signed-in.ts';

/** Isolated world, `document_start`, right after the guard: everything here runs before any script of the page. */
const { signal } = new AbortController();
const port = handOverPort(document);

const context = () => readPageContext(new URL(location.href), document);
const gate = createGate({
  check: (intent) => send('check', intent),
  isUnprotected: (error) => error instanceof MessageError && error.code === 'not-configured',
  prompt: (intent, decision, effect) => promptFor(intent, decision, effect, signal),
  failed: (intent, error) => promptFailure(intent, error, signal),
  now: Date.now,
});

serveGuard(port, { deadlineMs: 5000, onUnknown: 'block' }, decideCalls(gate, context), report('guard'), signal);
startAccessBlock(gate, context, signal);
startRequestNotice(signal);
startWhileSignedIn(signal);
