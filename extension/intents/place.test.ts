import { expect, it } from 'vitest';
import { readRoute } from '../sites/routes.ts';
import { placeOf } from './place.ts';

it('has the key that the page says, where it is one that messages and requests carry', () => {
  const at = (key: string) =>
    placeOf({
      ...readRoute(new URL(`https://acme.atlassian.net/jira/software/projects/${key}/boards/1`)),
      labelLanguages: [],
    } as never).container;
  expect([at('OPS'), at('K'.repeat(255)), at('K'.repeat(256))]).toEqual(['OPS', 'K'.repeat(255), null]);
});
