import type { ReactNode } from 'react';

interface Head<K extends string> {
  readonly cells: readonly { readonly key: K; readonly content: string; readonly width: number }[];
}

/** The cells of a row, in the order of its columns. Where rows are too narrow for columns each cell says what it is. */
export const cellsOf = <K extends string>(head: Head<K>, contents: Readonly<Record<K, ReactNode>>) =>
  head.cells.map(({ key, content: label }) => ({
    key,
    content: (
      <>
        <span className="gh-cell-label">{label}</span>
        {contents[key]}
      </>
    ),
  }));
