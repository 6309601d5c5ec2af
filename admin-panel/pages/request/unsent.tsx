import Button from '@atlaskit/button/new';
import type { RequestDetail } from '../../../core/contract/routes/requests.ts';
import type { Me } from '../../../core/contract/routes/session.ts';
import { Notice } from '../../components/notice.tsx';
import { useDraft } from '../../drafts.tsx';

interface Props {
  readonly detail: Pick<RequestDetail, 'request' | 'allowed'>;
  readonly me: Me;
}

/** What somebody was writing when the request was decided, or taken back, by somebody else: it is told, and theirs to copy. */
export function Unsent({ detail: { request, allowed }, me }: Props) {
  const [note, setNote] = useDraft(`${request.id} note`);
  const [reason, setReason] = useDraft(`${request.id} reason`);
  const [done, setDone] = useDraft(`${request.id} done`);
  const texts = [allowed.decide ? [] : [note, reason], allowed.finishByHand ? [] : [done]]
    .flat()
    .filter((text) => text !== '');
  if (texts.length === 0) return null;
  const discard = () => {
    if (!allowed.decide) for (const set of [setNote, setReason]) set('');
    if (!allowed.finishByHand) setDone('');
  };
  return (
    <Notice
      tone="warning"
      title={`${meanwhile(request, me)} What you wrote was not sent:`}
      role="alert"
      actions={
        <Button spacing="compact" onClick={discard}>
          Discard it
        </Button>
      }
    >
      {texts.map((text) => (
        <blockquote key={text} className="gh-quote">
          {text}
        </blockquote>
      ))}
    </Notice>
  );
}

function meanwhile({ state, decision, byHand, requester }: Props['detail']['request'], me: Me): string {
  if (byHand !== null && byHand.by.subject !== me.subject) return `${byHand.by.name} marked this as done meanwhile.`;
  if (decision !== null && decision.by.subject !== me.subject)
    return `${decision.by.name} ${decision.kind} this meanwhile.`;
  if (state === 'withdrawn') return `${requester.name} took this back meanwhile.`;
  return 'This can no longer be decided.';
}
