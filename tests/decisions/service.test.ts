import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Output } from '../../core/contract/client.ts';
import { routes } from '../../core/contract/routes/index.ts';
import { type ServiceStage, startServiceStage } from '../integration/service-stage.ts';
import { type DecisionCase, readCases } from './tables.ts';

type Answer = Output<typeof routes.askQuestions>['answers'][number];

const cases = readCases();
const answers = new Map<DecisionCase, Answer>();
/** As many as the route takes at once. */
const BATCH = 100;

let stage: ServiceStage;
beforeAll(async () => {
  stage = await startServiceStage();
  const auditor = await stage.as('olga');
  for (let from = 0; from < cases.length; from += BATCH) {
    const batch = cases.slice(from, from + BATCH);
    const { answers: got } = await auditor.fetch(routes.askQuestions, {
      body: { questions: batch.map(({ ask, given }) => ({ ask, given })) },
    });
    for (const [index, one] of batch.entries()) answers.set(one, got[index] as Answer);
  }
});
afterAll(() => stage.close());

describe('the service says the same over HTTP', () => {
  it.each(cases)('$file: $table: $name', (one) => {
    expect(answers.get(one)).toMatchObject({ ok: true, answer: one.expected });
  });

  it('and names the path of what it does not understand', async () => {
    const auditor = await stage.as('olga');
    const { answers: got } = await auditor.fetch(routes.askQuestions, {
      body: {
        questions: [
          { ask: 'identity.classify', given: { account: { claimStatus: 'perhaps' } } },
          { ask: 'identity.guess', given: {} },
        ],
      },
    });
    expect(got).toMatchObject([
      { ok: false, problems: [{ path: 'account.claimStatus' }] },
      { ok: false, problems: [{ message: expect.stringContaining('There is no question "identity.guess"') }] },
    ]);
  });
});
