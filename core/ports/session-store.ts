import type { Role } from '../contract/roles.ts';
import type { ClientId } from '../contract/routes/session.ts';
import type { ProviderAttempt } from './identity-provider.ts';

/** What a client asked for when it started signing somebody in. */
export interface SignInRequest {
  readonly clientId: ClientId;
  readonly redirectUri: string;
  readonly state: string;
  readonly codeChallenge: string;
}

export interface SignIn extends SignInRequest {
  readonly attempt: ProviderAttempt;
}

export interface SessionPerson {
  readonly subject: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
}

export interface OneTimeCode extends Omit<SignInRequest, 'state'> {
  readonly person: SessionPerson;
}

export interface Session {
  readonly client: ClientId;
  readonly person: SessionPerson;
  readonly expiresAt: string;
}

export interface SessionReads {
  /** Null when unknown or past `now`. */
  find(tokenHash: string, now: string): Promise<Session | null>;
  adminHasSignedIn(): Promise<boolean>;
}

/** Every secret is kept as its hash. `take…` removes what it answers: a second call answers null. */
export interface SessionWrites extends SessionReads {
  putSignIn(stateHash: string, signIn: SignIn, expiresAt: string): Promise<void>;
  takeSignIn(stateHash: string, now: string): Promise<SignIn | null>;
  putCode(codeHash: string, code: OneTimeCode, expiresAt: string): Promise<void>;
  takeCode(codeHash: string, now: string): Promise<OneTimeCode | null>;
  put(tokenHash: string, session: Session): Promise<void>;
  end(tokenHash: string): Promise<void>;
  markAdmin(at: string): Promise<void>;
  sweep(now: string): Promise<void>;
}
