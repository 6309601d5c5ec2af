import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { useApi } from '../api/api.tsx';
import { useFlags } from './flags.tsx';

/** Absent where the surroundings sign people out. */
export function SignOutButton(props: { onSignedOut: () => void; appearance?: 'default' | 'subtle' }) {
  const { onSignedOut, appearance = 'subtle' } = props;
  const { signOut, drafts } = useApi().host;
  const flag = useFlags();
  const [busy, setBusy] = useState(false);
  if (!signOut) return null;
  const end = async () => {
    setBusy(true);
    try {
      await signOut();
    } catch (cause) {
      // The token is gone from this browser all the same; the service ends the session by itself in time.
      flag({ tone: 'danger', title: 'The service did not confirm that you are signed out' });
      reportError(cause);
    }
    drafts.clear();
    onSignedOut();
  };
  return (
    <Button appearance={appearance} isLoading={busy} onClick={() => void end()}>
      Sign out
    </Button>
  );
}
