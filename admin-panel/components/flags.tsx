import Flag, { AutoDismissFlag, FlagGroup } from '@atlaskit/flag';
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import { Glyph } from './glyph.tsx';

interface Message {
  readonly title: string;
  readonly description?: string;
  readonly tone: 'success' | 'danger';
}

const Context = createContext<(message: Message) => void>(() => undefined);

/** Says what came of an action. Good news goes by itself; bad news stays until it is dismissed. */
export const useFlags = () => useContext(Context);

export function Flags({ children }: { children: ReactNode }) {
  const [flags, setFlags] = useState<readonly (Message & { id: number })[]>([]);
  const counter = useRef(0);
  const add = useCallback((message: Message) => {
    counter.current += 1;
    const id = counter.current;
    setFlags((current) => [{ ...message, id }, ...current].slice(0, 4));
  }, []);
  const dismiss = (id: number | string) => setFlags((current) => current.filter((flag) => flag.id !== id));
  return (
    <Context value={add}>
      {children}
      <FlagGroup onDismissed={dismiss}>
        {flags.map(({ id, title, description, tone }) => {
          const One = tone === 'success' ? AutoDismissFlag : Flag;
          return (
            <One
              key={id}
              id={id}
              title={title}
              description={description}
              icon={
                <span className={`gh-flag-${tone}`}>
                  <Glyph name={tone === 'success' ? 'check' : 'danger'} />
                </span>
              }
            />
          );
        })}
      </FlagGroup>
    </Context>
  );
}
