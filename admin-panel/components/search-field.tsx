import TextField from '@atlaskit/textfield';
import { useEffect, useId, useState } from 'react';
import { Glyph } from './glyph.tsx';

const TYPING_PAUSE_MS = 250;

interface Props {
  /** What is searched for now, as the address has it. */
  readonly value: string;
  readonly label: string;
  readonly placeholder: string;
  readonly maxLength: number;
  /** Without the spaces around it, once typing rests. */
  readonly onSearch: (text: string) => void;
}

/** A search whose text stands in the address: a link or "back" changes the text, and typing changes the address. */
export function SearchField({ value, label, placeholder, maxLength, onSearch }: Props) {
  const [text, setText] = useState(value);
  /** The address as this field knows it, by reading it or by having asked for it. */
  const [known, setKnown] = useState(value);
  const id = useId();
  const wanted = text.trim();
  if (value !== known) {
    setKnown(value);
    // What was typed keeps its spaces.
    if (value !== wanted) setText(value);
  }
  useEffect(() => {
    if (wanted === known) return;
    const timer = setTimeout(() => {
      setKnown(wanted);
      onSearch(wanted);
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [wanted, known, onSearch]);
  return (
    <div className="gh-search">
      <label htmlFor={id} className="gh-hidden">
        {label}
      </label>
      <TextField
        id={id}
        type="search"
        placeholder={placeholder}
        value={text}
        maxLength={maxLength}
        elemBeforeInput={<Glyph name="search" />}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          // Chromium would empty the field, and nothing brings the text back.
          if (event.key === 'Escape') event.preventDefault();
        }}
      />
    </div>
  );
}
