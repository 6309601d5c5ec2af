import type { ReactNode } from 'react';

export const Empty = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className="gh-empty">
    <h2>{title}</h2>
    <p>{children}</p>
  </div>
);
