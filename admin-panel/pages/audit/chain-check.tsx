import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { Output } from '../../../core/contract/client.ts';
import { routes } from '../../../core/contract/routes/index.ts';
import { useCommand } from '../../api/use-command.ts';
import { Notice } from '../../components/notice.tsx';
import { errorWords } from '../../words/errors.ts';

type Result = Output<typeof routes.verifyAudit>;

const whys: Record<Extract<Result, { ok: false }>['why'], string> = {
  'missing-entry': 'is missing: somebody removed it.',
  'broken-link': 'does not follow from the one before: entries were removed, inserted or moved.',
  'changed-content': 'was changed after it was written.',
};

/** Walks the whole hash chain at the service and says what it found. */
export function ChainCheck() {
  const command = useCommand(routes.verifyAudit);
  const [result, setResult] = useState<Result | null>(null);
  const check = async () => {
    setResult(null);
    setResult(await command.run({}));
  };
  return (
    <div className="gh-chain">
      <p className="gh-subtle">
        Every entry carries a hash of itself and of the one before, so a changed or removed entry shows.{' '}
      </p>
      <Button isLoading={command.busy} onClick={() => void check()}>
        Check the chain
      </Button>
      <div role="status" className="gh-chain-result">
        {result?.ok === true && (
          <Notice tone="success" title={`The chain is whole: all ${result.entries} entries are as they were written`}>
            Newest hash: <code className="gh-code">{result.head}</code>. Note it elsewhere to see later whether the
            newest entries were cut off.
          </Notice>
        )}
        {result?.ok === false && (
          <Notice tone="danger" title={`The chain is broken at entry ${result.seq}`}>
            Entry {result.seq} {whys[result.why]} Do not trust what comes after it; compare with the copy in your SIEM
            and tell security.
          </Notice>
        )}
        {command.error && (
          <Notice tone="danger" title="The chain could not be checked">
            {errorWords(command.error)}
          </Notice>
        )}
      </div>
    </div>
  );
}
