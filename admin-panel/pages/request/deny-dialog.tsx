import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import { useId, useRef, useState } from 'react';
import { routes } from '../../../core/contract/routes/index.ts';
import type { AccessRequest } from '../../../core/requests/index.ts';
import { useCommand } from '../../api/use-command.ts';
import { useFlags } from '../../components/flags.tsx';
import { Notice } from '../../components/notice.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { useDraft } from '../../drafts.tsx';
import { errorWords } from '../../words/errors.ts';
import { denialAsRead } from '../../words/requests.ts';
import { tooLong } from '../../words/too-long.ts';

interface Props {
  readonly request: AccessRequest;
  readonly reviewer: string;
  readonly onDenied: () => void;
  readonly onClose: () => void;
}

/** A denial needs a reason; what the person who asked will read stands below it while it is written. */
export function DenyDialog({ request, reviewer, onDenied, onClose }: Props) {
  const [reason, setReason] = useDraft(`${request.id} reason`);
  const [isMissing, setMissing] = useState(false);
  const command = useCommand(routes.decideRequest);
  const flag = useFlags();
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const asker = request.requester.name;

  const deny = async () => {
    if (reason.trim() === '' || tooLong(reason) !== null) {
      setMissing(reason.trim() === '');
      field.current?.focus();
      return;
    }
    const body = { decision: 'deny', reason: reason.trim() } as const;
    const answer = await command.run({ params: { id: request.id }, body });
    if (!answer) return;
    setReason('');
    onDenied();
    flag({
      tone: 'success',
      title: `Request #${request.number} denied`,
      description: `${asker} can read your reason.`,
    });
    onClose();
  };
  return (
    <Modal onClose={onClose} autoFocus={field} width="medium" height="auto">
      <ModalHeader hasCloseButton>
        <ModalTitle>Deny request #{request.number}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <form
          id={`${id}-form`}
          className="gh-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void deny();
          }}
        >
          <TextArea
            ref={field}
            label={
              <>
                Reason <span className="gh-required">(required)</span>
              </>
            }
            rows={4}
            isRequired
            problem={isMissing ? `Say why the request is denied: ${asker} will read it.` : null}
            help={`Say what to do instead, if there is something. ${asker} may ask again later.`}
            value={reason}
            onChange={(text) => {
              setReason(text);
              setMissing(false);
            }}
          />
          <p className="gh-preview-label">{asker} will read</p>
          <p className="gh-preview gh-name">{denialAsRead(request, reviewer, reason)}</p>
        </form>
        {command.error && (
          <Notice tone="danger" title="The decision was not recorded" role="alert">
            {errorWords(command.error)}
          </Notice>
        )}
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button appearance="danger" type="submit" form={`${id}-form`} isLoading={command.busy}>
          Deny request
        </Button>
      </ModalFooter>
    </Modal>
  );
}
