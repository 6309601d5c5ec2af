import { describe, expect, it } from 'vitest';
import { inOwnUnits } from './own-units.ts';

describe('styles inside of somebody else’s page', () => {
  it('measure letters by the panel', () => {
    expect(inOwnUnits('a{margin:1.5rem -.25rem;font:normal 400 .75rem/1rem x}')).toBe(
      'a{margin:calc(1.5*var(--gh-rem)) calc(-.25*var(--gh-rem));font:normal 400 calc(.75*var(--gh-rem))/calc(1*var(--gh-rem)) x}',
    );
  });

  it('ask how wide the panel is, not the window, where they are the panel’s own', () => {
    expect(inOwnUnits('@media (max-width: 900px) {.gh-a{gap:1rem}}')).toBe(
      '@container (max-width: 900px){.gh-a{gap:calc(1*var(--gh-rem))}}',
    );
    expect(inOwnUnits('@media (width<=640px){b,.gh-a{gap:0}}')).toBe('@container (width<=640px){b,.gh-a{gap:0}}');
    expect(inOwnUnits('@media (max-width:560px){._1k9{left:0}}.gh-a{gap:0}')).toBe(
      '@media (max-width:560px){._1k9{left:0}}.gh-a{gap:0}',
    );
  });

  it('are otherwise as they were', () => {
    const same =
      '@media (min-width:30rem){.gap-2rem{color:red}}@media (prefers-reduced-motion:reduce){._1rem{top:3px}}';
    expect(inOwnUnits(same)).toBe(same);
  });
});
