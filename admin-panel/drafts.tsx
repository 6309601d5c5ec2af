import { createContext, type ReactNode, useContext, useState } from 'react';
import { useApi } from './api/api.tsx';

/** Whose texts they are: the next person at this browser does not find them. */
const Whose = createContext('');

export const Drafts = ({ subject, children }: { subject: string; children: ReactNode }) => (
  <Whose value={subject}>{children}</Whose>
);

/** A text that somebody types, which outlives whatever takes its field away. */
export function useDraft(name: string): readonly [text: string, write: (text: string) => void] {
  const { drafts } = useApi().host;
  const whole = `${useContext(Whose)} ${name}`;
  const [text, setText] = useState(() => drafts.read(whole));
  return [
    text,
    (typed) => {
      setText(typed);
      drafts.write(whole, typed);
    },
  ];
}
