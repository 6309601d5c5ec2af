import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { useId, useRef, useState } from 'react';
import { routes } from '../../../core/contract/routes/index.ts';
import { type AccessRequest, mayWorkAgain } from '../../../core/requests/index.ts';
import { useCommand } from '../../api/use-command.ts';
import { useFlags } from '../../components/flags.tsx';
import { Notice } from '../../components/notice.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { useDraft } from '../../drafts.tsx';
import { errorWords } from '../../words/errors.ts';
import { tooLong } from '../../words/too-long.ts';

/** Closes a request whose approval somebody carried out at Atlassian, because Gatehouse could not. */
export function FinishByHand({ request }: { request: AccessRequest }) {
  const [isOpen, setOpen] = useState(false);
  const isOnlyWay = !mayWorkAgain(request);
  return (
    <div className="gh-decide">
      <p>When somebody has done it at Atlassian, close the request here.</p>
      <div className="gh-decide-buttons">
        <Button appearance={isOnlyWay ? 'primary' : 'default'} onClick={() => setOpen(true)}>
          Mark as done…
        </Button>
      </div>
      <ModalTransition>{isOpen && <DoneDialog request={request} onClose={() => setOpen(false)} />}</ModalTransition>
    </div>
  );
}

/** Nobody checks at Atlassian, so it says what is claimed before it is recorded. */
function DoneDialog({ request, onClose }: { request: AccessRequest; onClose: () => void }) {
  const [note, setNote] = useDraft(`${request.id} done`);
  const command = useCommand(routes.finishByHand);
  const flag = useFlags();
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const asker = request.requester.name;

  const finish = async () => {
    if (tooLong(note) !== null) return field.current?.focus();
    const said = note.trim() === '' ? null : note.trim();
    const answer = await command.run({ params: { id: request.id }, body: { note: said } });
    if (!answer) return;
    setNote('');
    flag({
      tone: 'success',
      title: `Request #${request.number} marked as done`,
      description: `${asker} sees it as granted.`,
    });
    onClose();
  };
  return (
    <Modal onClose={onClose} autoFocus={field} width="medium" height="auto">
      <ModalHeader hasCloseButton>
        <ModalTitle>Mark request #{request.number} as done</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <form
          id={`${id}-form`}
          className="gh-form"
          onSubmit={(event) => {
            event.preventDefault();
            void finish();
          }}
        >
          <p>
            You say that this was done at Atlassian. Gatehouse does not check it. {asker} will see the request as
            granted, and the audit log names you.
          </p>
          <TextArea
            ref={field}
            label={`Note to ${asker} (optional)`}
            rows={3}
            help={`For example where to find it. ${asker} can read it; do not write passwords or tokens here.`}
            value={note}
            onChange={setNote}
          />
        </form>
        {command.error && (
          <Notice tone="danger" title="It was not recorded" role="alert">
            {errorWords(command.error)}
          </Notice>
        )}
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button appearance="primary" type="submit" form={`${id}-form`} isLoading={command.busy}>
          Mark as done
        </Button>
      </ModalFooter>
    </Modal>
  );
}
