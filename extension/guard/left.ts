import { isTrusted, listen } from './natives.ts';

/** Whether a page is being left: what is asked now is answered to nobody. */
export interface Left {
  readonly isLeft: () => boolean;
  readonly stand: (view: object) => void;
}

export function noteLeaving(): Left {
  let left = false;
  const leave = (event: Event): void => {
    left = left || isTrusted(event);
  };
  // Browsers keep pages, and show them again.
  const comeBack = (): void => {
    left = false;
  };
  const stand = (view: object): void => {
    listen(view, 'pagehide', leave, true);
    listen(view, 'pageshow', comeBack, true);
  };
  return { isLeft: () => left, stand };
}
