import Button from '@atlaskit/button/new';
import { ModalTransition } from '@atlaskit/modal-dialog';
import { useRef, useState } from 'react';
import type { z } from 'zod';
import { routes } from '../../../core/contract/routes/index.ts';
import type { RequestDetail } from '../../../core/contract/routes/requests.ts';
import type { Me } from '../../../core/contract/routes/session.ts';
import type { AccessRequest } from '../../../core/requests/index.ts';
import { useCommand } from '../../api/use-command.ts';
import { useFlags } from '../../components/flags.tsx';
import { Notice } from '../../components/notice.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { useDraft } from '../../drafts.tsx';
import { errorWords } from '../../words/errors.ts';
import { approvalEffect, approvedWords, approveLook, isForNobody } from '../../words/requests.ts';
import { warningsOf } from '../../words/seats.ts';
import { tooLong } from '../../words/too-long.ts';
import { DenyDialog } from './deny-dialog.tsx';
import { LookAgain, useLook } from './look.tsx';

type Now = NonNullable<z.infer<typeof RequestDetail>['now']>;

/**
 * Approve in one step, once the site is known: everything there is to know stands beside the button, and is what is approved. Deny asks for
 * the reason first.
 */
export function Decide({ request, now, me }: { request: AccessRequest; now: Now; me: Me }) {
  const [note, setNote] = useDraft(`${request.id} note`);
  const [, setDenial] = useDraft(`${request.id} reason`);
  const [denying, setDenying] = useState(false);
  const command = useCommand(routes.decideRequest);
  const flag = useFlags();
  const field = useRef<HTMLTextAreaElement>(null);
  const siteIsKnown = request.cloudId !== null;
  const isForSomebody = !isForNobody(request);
  const { label, appearance } = approveLook(request, now.effect);
  const look = useLook(siteIsKnown ? now.seen : null);

  const approve = async () => {
    if (tooLong(note) !== null) return field.current?.focus();
    const reason = note.trim() === '' ? null : note.trim();
    const answer = await command.run({
      params: { id: request.id },
      body: { decision: 'approve', reason, seen: look.seen ?? now.seen },
    });
    if (!answer) return;
    setNote('');
    setDenial('');
    flag({
      tone: 'success',
      title: `Request #${request.number} approved`,
      description: approvedWords(request),
    });
  };
  return (
    <div className="gh-decide">
      {siteIsKnown && isForSomebody && <p>Approving {approvalEffect(request)}</p>}
      {!isForSomebody && (
        <Notice tone="warning" title="There is nobody to approve this for">
          Nobody can tell who is meant. Ask {request.requester.name}; then deny this with the reason, so that they ask
          again for a person with a name or an address.
        </Notice>
      )}
      {(now.effect ? warningsOf(now.effect) : []).map((warning) => (
        <p key={warning} className="gh-danger">
          {warning}
        </p>
      ))}
      <LookAgain look={look} />
      <TextArea
        ref={field}
        label={`Note to ${request.requester.name} (optional)`}
        rows={2}
        value={note}
        onChange={setNote}
      />
      <div className="gh-decide-buttons">
        {siteIsKnown && isForSomebody && (
          <Button
            ref={look.button}
            appearance={appearance}
            isLoading={command.busy}
            isDisabled={look.isStale}
            onClick={() => void approve()}
          >
            {label}
          </Button>
        )}
        <Button isDisabled={command.busy} onClick={() => setDenying(true)}>
          Deny…
        </Button>
      </div>
      {command.error && (
        <Notice tone="danger" title="The decision was not recorded" role="alert">
          {errorWords(command.error)}
        </Notice>
      )}
      <ModalTransition>
        {denying && (
          <DenyDialog
            request={request}
            reviewer={me.name}
            onDenied={() => setNote('')}
            onClose={() => setDenying(false)}
          />
        )}
      </ModalTransition>
    </div>
  );
}
