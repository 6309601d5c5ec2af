import type { Me } from '../../core/contract/routes/session.ts';
import { Logo } from '../components/logo.tsx';
import { SignOutButton } from '../components/sign-out-button.tsx';

/** Members may ask for access from the extension, and see nothing of other people here. */
export const NoRole = ({ me, onSignedOut }: { me: Me; onSignedOut: () => void }) => (
  <main className="gh-sign-in">
    <div className="gh-sign-in-card">
      <Logo size={48} />
      <h1>You have no reviewer role</h1>
      <p>
        You are signed in as <strong>{me.name}</strong> ({me.email}). This panel is for reviewers, auditors and admins
        of {me.organization.name}.
      </p>
      <p>
        Your own requests are in the Gatehouse button of your browser. If you should be reviewing, ask a Gatehouse admin
        to put you into the reviewers’ group of your identity provider, then sign in again.
      </p>
      <SignOutButton appearance="default" onSignedOut={onSignedOut} />
    </div>
  </main>
);
