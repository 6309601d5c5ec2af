import Button from '@atlaskit/button/new';
import { type RefObject, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Notice } from '../../components/notice.tsx';

export interface Look {
  /** What the person began to read; an act is about this. Null before there was anything to act on. */
  readonly seen: string | null;
  /** True when there is something newer. */
  readonly isStale: boolean;
  readonly again: () => void;
  /** Of the button that acts: it has the focus once somebody has looked again. */
  readonly button: RefObject<HTMLButtonElement | null>;
}

/**
 * Keeps what somebody began to read while the page goes on to show what is newest. What they never looked at they do not act on.
 * @param newest null while there is nothing to act on
 */
export function useLook(newest: string | null): Look {
  const [seen, setSeen] = useState(newest);
  const button = useRef<HTMLButtonElement>(null);
  if (seen === null && newest !== null) setSeen(newest);
  return {
    seen,
    isStale: seen !== null && seen !== newest,
    again: () => {
      flushSync(() => setSeen(newest));
      button.current?.focus();
    },
    button,
  };
}

/** Says that something has changed, and asks for one look more. */
export const LookAgain = ({ look: { isStale, again } }: { look: Look }) => (
  <div aria-live="polite">
    {isStale && (
      <Notice
        tone="warning"
        title="This has changed since you began to read"
        actions={<Button onClick={again}>I have looked again</Button>}
      >
        Look at the people, the group and what it takes once more.
      </Notice>
    )}
  </div>
);
