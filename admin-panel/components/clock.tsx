import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { useApi } from '../api/api.tsx';
import { absoluteTime, englishOr, exactTime, relativeTime } from '../words/time.ts';

const Now = createContext(new Date());

/** One clock for the whole panel, so that a list of hundred ages ticks with one timer. */
export function Clock({ children }: { children: ReactNode }) {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 15_000);
    return () => clearInterval(timer);
  }, []);
  return <Now value={now}>{children}</Now>;
}

export const useLocale = (): string => englishOr(useApi().host.locale);

/** "3 minutes ago", with the exact time on hover; with `both` the absolute time stands beside it. */
export function When({ iso, both = false }: { iso: string; both?: boolean }) {
  const now = useContext(Now);
  const locale = useLocale();
  // A page rendered after the clock's last tick would otherwise show events of the future.
  const relative = relativeTime(iso, new Date(Math.max(now.getTime(), Date.now() - 15_000)), locale);
  return (
    <time dateTime={iso} title={exactTime(iso, locale)} className="gh-when">
      {both ? (
        <>
          {absoluteTime(iso, locale)} <span className="gh-subtle">({relative})</span>
        </>
      ) : (
        relative
      )}
    </time>
  );
}
