import Button from '@atlaskit/button/new';
import Select from '@atlaskit/select';
import { useId, useState } from 'react';
import type { z } from 'zod';
import { routes } from '../../../core/contract/routes/index.ts';
import type { RequestDetail } from '../../../core/contract/routes/requests.ts';
import { useCommand } from '../../api/use-command.ts';
import { Notice } from '../../components/notice.tsx';
import { errorWords } from '../../words/errors.ts';

type Detail = z.infer<typeof RequestDetail>;

/** Which site is meant, where the page did not say: somebody has to say it before anybody can approve. */
export function ChooseSite({ detail: { request, sites } }: { detail: Detail }) {
  const [chosen, setChosen] = useState(request.cloudId);
  const command = useCommand(routes.chooseSite);
  const id = useId();
  const options = sites.map(({ cloudId, host }) => ({ value: cloudId, label: host }));
  const choose = async () => {
    if (chosen !== null) await command.run({ params: { id: request.id }, body: { cloudId: chosen } });
  };
  return (
    <div className="gh-decide">
      <label htmlFor={id}>
        {request.cloudId === null ? 'Site not known: choose one' : 'Site, chosen in this review'}
      </label>
      <Select
        inputId={id}
        spacing="compact"
        placeholder="Nobody has said which"
        options={options}
        value={options.find(({ value }) => value === chosen) ?? null}
        onChange={(option) => setChosen(option?.value ?? null)}
      />
      <div className="gh-decide-buttons">
        <Button
          appearance={request.cloudId === null ? 'primary' : 'default'}
          isLoading={command.busy}
          isDisabled={chosen === null || chosen === request.cloudId}
          onClick={() => void choose()}
        >
          Use this site
        </Button>
      </div>
      {command.error && (
        <Notice tone="danger" title="The site was not recorded" role="alert">
          {errorWords(command.error)}
        </Notice>
      )}
    </div>
  );
}
