import { isKnownProduct, type Product } from '../../core/organization/index.ts';
import type { Reason, ReasonValues } from '../../core/reason.ts';
import { appName, theApp } from './app.ts';
import { say, words } from './say.ts';

/** Where the messages of a code stand in the catalogues. */
type Area = 'reason' | 'cost' | 'identity' | 'prompt';

/** A sentence that the core made, in the person's language; as it was written where its code is none of ours, as of another version. */
export function factWords(areas: readonly Area[], { code, text, values = {} }: Fact): string {
  const known = { ...values, ...ofProduct(values.product) };
  for (const area of areas) {
    const said = words().known(`${area}.${code}`, known);
    if (said !== null) return values.ofProduct === undefined ? said : ofApp(values.ofProduct, said);
  }
  return text;
}

interface Fact extends Pick<Reason, 'text' | 'values'> {
  readonly code?: string | undefined;
}

const ofProduct = (product: ReasonValues[string] | undefined): ReasonValues =>
  product === undefined
    ? {}
    : { app: theApp(product as Product), known: isKnownProduct(product as Product) ? 'yes' : 'no' };

const ofApp = (product: ReasonValues[string], text: string): string =>
  say('app.says', { app: appName(product as Product), text });
