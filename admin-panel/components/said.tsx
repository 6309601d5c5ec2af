import { createElement, Fragment, type ReactElement } from 'react';

/** A sentence with more in it than text: what `say.parts` made, in order. */
export const Said = ({ parts }: { parts: readonly (string | number | ReactElement)[] }) =>
  createElement(Fragment, null, ...parts);
