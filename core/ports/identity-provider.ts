/** What the OpenID Connect provider vouches for. */
export interface ProvenPerson {
  readonly subject: string;
  readonly name: string;
  readonly email: string;
  /** `email_verified`; a provider that leaves the claim out has not verified it. */
  readonly emailVerified: boolean;
  readonly groups: readonly string[];
}

/** What must be kept between sending somebody to the provider and their return. */
export interface ProviderAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export type ProviderAnswer =
  | { readonly ok: true; readonly person: ProvenPerson }
  /** `why` is for the log: it holds no tokens and no provider secrets. */
  | { readonly ok: false; readonly why: string; readonly denied: boolean };

/** An OpenID Connect provider, authorization code flow with PKCE. */
export interface IdentityProvider {
  /**
   * Where to send the browser, and what to keep. `askAgain` makes the provider ask who it is even when it knows. Throws
   * when the provider cannot be reached.
   */
  begin(askAgain: boolean): Promise<{ readonly location: string; readonly attempt: ProviderAttempt }>;
  /** Checks the return of the browser (the full address it came to) against what was kept. */
  finish(address: string, attempt: ProviderAttempt): Promise<ProviderAnswer>;
}
