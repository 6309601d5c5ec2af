const paths = {
  info: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm.75 6.25h-1.5V12h1.5V7.25ZM8 4a.95.95 0 1 0 0 1.9A.95.95 0 0 0 8 4Z',
  warning:
    'M7.13 1.5a1 1 0 0 1 1.74 0l6.5 11.5a1 1 0 0 1-.87 1.5h-13a1 1 0 0 1-.87-1.5l6.5-11.5ZM7.25 6v4h1.5V6h-1.5ZM8 11.1a.95.95 0 1 0 0 1.9.95.95 0 0 0 0-1.9Z',
  danger:
    'M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1L5.1 1Zm2.15 3.5V9h1.5V4.5h-1.5ZM8 10.1a.95.95 0 1 0 0 1.9.95.95 0 0 0 0-1.9Z',
  check: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm3.28 4.2L7 9.44 4.97 7.4 3.9 8.47l3.1 3.1 5.34-5.3-1.06-1.07Z',
  dot: 'M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6Z',
  cross:
    'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm2.4 3.5L8 6.9 5.6 4.5 4.5 5.6 6.9 8l-2.4 2.4 1.1 1.1L8 9.1l2.4 2.4 1.1-1.1L9.1 8l2.4-2.4-1.1-1.1Z',
  search:
    'M7 1.5a5.5 5.5 0 0 1 4.38 8.82l3.15 3.15-1.06 1.06-3.15-3.15A5.5 5.5 0 1 1 7 1.5ZM7 3a4 4 0 1 0 0 8 4 4 0 0 0 0-8Z',
  back: 'm7.03 2.97 1.06 1.06L4.87 7.25H14v1.5H4.87l3.22 3.22-1.06 1.06L2 8l5.03-5.03Z',
} as const;

export type GlyphName = keyof typeof paths;

/** A decoration: what it means is always said in words beside it. */
export const Glyph = ({ name }: { name: GlyphName }) => (
  <svg aria-hidden="true" className={`gh-glyph gh-glyph-${name}`} width="16" height="16" viewBox="0 0 16 16">
    <path fill="currentColor" fillRule="evenodd" d={paths[name]} />
  </svg>
);
