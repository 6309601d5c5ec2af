import type { ActGate } from '../features/access-block/act-gate.ts';
import { FramePresses } from '../features/access-block/frame-presses.ts';
import type { GateDeps } from '../features/access-block/gate.ts';
import { startAccessBlock } from '../features/access-block/index.ts';
import type { showPrompt as ShowPrompt } from '../features/policy-prompt/dialog.ts';
import { startRequestNotice } from '../features/request-notice/index.ts';
import { handOverPort } from '../guard/hand-over.ts';
import { type Decide, type Judge, serveGuard } from '../guard/serve.ts';
import { need } from '../on-demand/need.ts';
import { MessageError, send } from '../platform/send.ts';
import { readPageContext } from '../sites/page-context.ts';
import { learnPageLanguage } from './languages.ts';
import { clearUpIfLate } from './late.ts';
import { report } from './report.ts';
import { startWhileSignedIn } from './while-signed-in.ts';

/** Isolated world, `document_start`, right after the guard: everything here runs before any script of the page. */
const { signal } = new AbortController();
const port = handOverPort(document);

/** A prompt in a small frame could not be read: there, what would be asked about is refused, with a message to the page. */
const isTop = window === window.top;

const context = () => readPageContext(new URL(location.href), document);

/** What is said where nothing else of ours can be; in English until the page's scripts have come. */
let words = {
  stopped: 'Gatehouse stopped this and nothing was sent. Reload the page to see why and what to do.',
  call: 'Your organization’s IT decides about this. It was not sent.',
  unasked: 'Gatehouse could not ask the policy. Try again.',
};

/** Without our own prompt the browser's says it: the extension was updated or removed under the open page. */
const sayPlainly = (error: unknown): 'closed' => {
  report('policy-prompt')(error);
  alert(words.stopped);
  return 'closed';
};

let lastAct = Number.NEGATIVE_INFINITY;
const framePresses = new FramePresses();

const showPrompt = async (...about: Parameters<typeof ShowPrompt>): ReturnType<typeof ShowPrompt> => {
  const overlays = await need('overlays');
  return framePresses.during(overlays.showPrompt(...about));
};

const deps: Omit<GateDeps, 'beyond' | 'again'> = {
  check: (intent) => {
    // Most checks end in a prompt: it comes while the policy is asked.
    if (isTop) need('overlays').catch(report('policy-prompt'));
    return send('check', intent);
  },
  isUnprotected: (error) => error instanceof MessageError && error.code === 'not-configured',
  prompt: async (intent, mayGoOn) => (isTop ? showPrompt(intent, null, signal, mayGoOn).catch(sayPlainly) : 'closed'),
  failed: async (intent, error) => {
    if (!isTop) return;
    const why = error instanceof Error ? error.message.slice(0, 500) : words.unasked;
    await showPrompt(intent, why, signal).catch(sayPlainly);
  },
  // Nobody is asked in a frame, and so nobody too often.
  lastAct: () => (isTop ? lastAct : Number.POSITIVE_INFINITY),
  actedInFrame: () => framePresses.wasOne(),
  now: Date.now,
};

let made: ActGate | null = null;
/** The one gate of this page. */
const gate = async (): Promise<ActGate> => {
  const { createActGate } = await need('calls');
  made ??= createActGate(deps, context);
  return made;
};

// It comes now, not with the first call: an update of the extension under an open page leaves it at hand.
if (isTop)
  need('calls').then((calls) => {
    words = calls.words;
  }, report('guard'));
const judge: Judge = async (call) => (await need('calls')).judge(call);
const decide: Decide = async (call, hold, stands) => {
  hold();
  if (await (await gate()).call(call, stands)) return { allow: true };
  return { allow: false, message: words.call };
};
serveGuard(port, { deadlineMs: 5000, onUnknown: 'block' }, judge, decide, report('guard'), signal);
if (isTop) {
  framePresses.listen(signal);
  startAccessBlock(
    {
      admit: (control, canSend) =>
        gate()
          .then((one) => one.control(control, canSend))
          .catch((error: unknown) => {
            sayPlainly(error);
            return null;
          }),
      acted: () => {
        lastAct = Date.now();
      },
    },
    context,
    signal,
  );
  startRequestNotice(
    (news) =>
      void need('overlays').then(
        ({ tellNews }) => tellNews(news, (intent) => void showPrompt(intent, null, signal).catch(sayPlainly), signal),
        report('request-notice'),
      ),
    signal,
  );
  clearUpIfLate(signal);
  learnPageLanguage(context, signal);
  startWhileSignedIn(signal);
}
