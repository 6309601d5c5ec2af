import { describe, expect, it } from 'vitest';
import { makePkce, randomText } from './pkce.ts';

describe('PKCE', () => {
  it('makes the S256 challenge of the verifier as RFC 7636 says, without padding', async () => {
    const { verifier, challenge } = await makePkce();
    expect(verifier).toMatch(/^[\w-]{43}$/);
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
    expect(challenge).toBe(Buffer.from(digest).toString('base64url'));
  });

  it('never repeats itself', () => {
    expect(new Set(Array.from({ length: 50 }, randomText)).size).toBe(50);
  });
});
