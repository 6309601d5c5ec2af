import { ErrorMessage } from '@atlaskit/form';
import { type ReactNode, type Ref, useId } from 'react';
import { tooLong } from '../words/too-long.ts';

interface Props {
  readonly label: ReactNode;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly rows: number;
  readonly ref?: Ref<HTMLTextAreaElement>;
  readonly help?: string;
  readonly isRequired?: boolean;
  /** What is wrong with it, beside being too long. */
  readonly problem?: string | null;
}

/** Words that somebody will read. What is too long is said and never cut: a text that is pasted would lose its end in silence. */
export function TextArea({ label, value, onChange, rows, ref, help, isRequired = false, problem = null }: Props) {
  const id = useId();
  const wrong = problem ?? tooLong(value);
  const said = [help === undefined ? null : `${id}-help`, wrong === null ? null : `${id}-error`].filter(Boolean);
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <textarea
        ref={ref}
        id={id}
        className="gh-textarea"
        rows={rows}
        required={isRequired}
        aria-invalid={wrong !== null}
        aria-describedby={said.join(' ') || undefined}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {wrong !== null && (
        <div id={`${id}-error`}>
          <ErrorMessage>{wrong}</ErrorMessage>
        </div>
      )}
      {help !== undefined && (
        <p id={`${id}-help`} className="gh-subtle">
          {help}
        </p>
      )}
    </>
  );
}
