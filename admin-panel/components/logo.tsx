/** The gate. Decoration: the name always stands beside it. */
export const Logo = ({ size }: { size: number }) => (
  <svg aria-hidden="true" className="gh-logo" width={size} height={size} viewBox="0 0 32 32">
    <rect width="32" height="32" rx="7" fill="var(--ds-background-brand-bold)" />
    <path fill="var(--ds-icon-inverse)" d="M7 25V13.5a9 9 0 0 1 18 0V25h-4V13.5a5 5 0 0 0-10 0V25zm7.5 0v-9h3v9z" />
  </svg>
);
