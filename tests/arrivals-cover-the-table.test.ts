import { expect, it } from 'vitest';
import { endpointAt, endpoints } from '../extension/sites/endpoints.ts';
import { navigationAt, navigations } from '../extension/sites/navigations.ts';
import { calls, decidedByBody, pages } from './arrivals/intents.ts';

it('the measurement tries every row of the endpoint and navigation tables', () => {
  const tried = [...calls, ...decidedByBody].map(({ method, url }) => endpointAt(method, new URL(url))?.name);
  expect(
    endpoints.map(({ name }) => name).filter((name) => !tried.includes(name) && name !== 'confluence-graphql'),
  ).toEqual([]);
  expect(
    calls.filter(({ method, url, intent }) => {
      const found = endpointAt(method, new URL(url));
      return found?.intent !== intent && found?.name !== 'access-request';
    }),
  ).toEqual([]);
  expect(navigations.filter((one) => !pages.some(({ url }) => navigationAt(new URL(url)) === one))).toEqual([]);
});
