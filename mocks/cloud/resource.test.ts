import { expect, it } from 'vitest';
import { productOf } from './resource.ts';

const site = '5b7a0c1e-3f42-4c8a-9d60-7c1e2a9b4d11';

it('a resource is of the app that owns it, and a whole site of none', () => {
  const productOfSite = (owner: string) => productOf(`ari:cloud:${owner}::site/${site}`)?.product ?? null;
  expect(['jira', 'jira-software', 'loom', 'mystery', 'platform'].map(productOfSite)).toEqual([
    'jira-software',
    'jira-software',
    'loom',
    'other:mystery',
    null,
  ]);
  expect(productOf(`ari:cloud:jira:${site}:issue/1`)).toBeNull();
});
