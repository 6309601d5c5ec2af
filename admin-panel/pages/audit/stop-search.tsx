import TextField from '@atlaskit/textfield';
import { useEffect, useId, useState } from 'react';
import { Glyph } from '../../components/glyph.tsx';
import { type Place, replacePlace } from '../../navigation.ts';

type AuditPlace = Extract<Place, { page: 'audit' }>;

const TYPING_PAUSE_MS = 250;

/** Finds a stop by the number that somebody was told. */
export function StopSearch({ place: { type, stop } }: { place: AuditPlace }) {
  const [text, setText] = useState(stop);
  const id = useId();
  useEffect(() => {
    const timer = setTimeout(() => {
      if (text.trim() !== stop) replacePlace({ page: 'audit', type, stop: text.trim(), trail: [] });
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, stop, type]);
  return (
    <div className="gh-search">
      <label htmlFor={id} className="gh-hidden">
        Search for a stop by its number
      </label>
      <TextField
        id={id}
        type="search"
        placeholder="Stop, such as K7QF-2M9D"
        value={text}
        maxLength={100}
        elemBeforeInput={<Glyph name="search" />}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </div>
  );
}
