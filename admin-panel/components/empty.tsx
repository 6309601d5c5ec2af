import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  /** `h1` where the whole page is empty. */
  readonly as?: 'h1' | 'h2';
  readonly children: ReactNode;
}

export const Empty = ({ title, as: Title = 'h2', children }: Props) => (
  <div className="gh-empty">
    <Title>{title}</Title>
    <p>{children}</p>
  </div>
);
