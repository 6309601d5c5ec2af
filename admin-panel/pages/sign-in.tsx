import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { Logo } from '../components/logo.tsx';
import { Notice } from '../components/notice.tsx';
import type { Host } from '../host/host.ts';

/** One button, and one for whoever comes second to the same browser. Roles, passwords and second factors are the identity provider's business. */
export function SignIn(props: { host: Host; problem: string | null; onSignedIn: () => void }) {
  const { host, onSignedIn } = props;
  const [problem, setProblem] = useState(props.problem);
  const [busy, setBusy] = useState(false);
  const start = async (signIn: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await signIn();
      onSignedIn();
    } catch (cause) {
      // Hosts reject with words for people; whatever else there is belongs in the console too.
      setProblem(cause instanceof Error ? cause.message : 'Signing in did not work. Try again.');
      reportError(cause);
    } finally {
      setBusy(false);
    }
  };
  const { signIn, signInAsOther } = host;
  return (
    <main className="gh-sign-in">
      <div className="gh-sign-in-card">
        <Logo size={48} />
        <h1>Gatehouse</h1>
        <p>Every access to your Atlassian organization passes through IT. Review what people ask for here.</p>
        {problem !== null && (
          <Notice tone="danger" title="You are not signed in" role="alert">
            {problem}
          </Notice>
        )}
        {signIn ? (
          <>
            <Button appearance="primary" shouldFitContainer isLoading={busy} onClick={() => void start(signIn)}>
              Sign in with your company account
            </Button>
            {signInAsOther && (
              <Button
                appearance="subtle"
                shouldFitContainer
                isDisabled={busy}
                onClick={() => void start(signInAsOther)}
              >
                Use another account
              </Button>
            )}
          </>
        ) : (
          <p>Open Gatehouse again from Jira or Confluence to sign in.</p>
        )}
      </div>
    </main>
  );
}
