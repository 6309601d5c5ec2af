import { useEffect } from 'react';
import { useApi } from '../api/api.tsx';

/** What the tab is called; null leaves it to a page that knows better. */
export function useTitle(title: string | null): void {
  const { setTitle } = useApi().host;
  useEffect(() => {
    if (title !== null) setTitle?.(`${title} – Gatehouse`);
  }, [title, setTitle]);
}
