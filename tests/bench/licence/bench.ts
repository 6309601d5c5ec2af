import { type AccountFacts, classify } from '../../../core/identity/index.ts';
import { buildSnapshot, type ImpactFacts, impactOf } from '../../../core/licence/index.ts';
import { shippedRules } from '../../../core/subscription/index.ts';
import { historicalPrice } from '../../tools/historical-price.ts';
import { type BenchReport, type BenchResult, machine, spread } from '../report.ts';
import { accountFacts, billableAccounts, directory, everybody, invited, site } from './organization.ts';

const ACCOUNTS = 100_000;
const GROUPS = 2_000;
const PEOPLE = 25;
const CLASSIFIED = 1_000_000;
const RUNS = 7;

const timed = (work: () => void): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

/** The effect of an invite over a large organization, and the classification of a million accounts beside its floor. */
export async function benchLicence(): Promise<BenchReport> {
  return {
    bench: 'licence',
    at: new Date().toISOString(),
    machine: machine(),
    versions: { node: process.version },
    n: RUNS,
    results: [...effects(), ...classification()],
  };
}

function effects(): BenchResult[] {
  const facts = directory(ACCOUNTS, GROUPS);
  const line = (metric: string, samples: readonly number[]): BenchResult => ({
    name: 'gatehouse',
    case: String(ACCOUNTS),
    metric,
    unit: 'ms',
    ...spread(samples),
  });
  const builds: number[] = [];
  const first: number[] = [];
  const later: number[] = [];
  const asked = question();
  for (let run = 0; run < RUNS; run += 1) {
    let snapshot = buildSnapshot({ ...facts, accounts: [] });
    builds.push(
      timed(() => {
        snapshot = buildSnapshot(facts);
      }),
    );
    const ask = (round: number): number => {
      const people = invited(round, PEOPLE, ACCOUNTS);
      return timed(() => {
        const { lines, guard } = impactOf(snapshot, { ...asked, people });
        if (lines.length !== 3 || lines.some(({ taken }) => taken === null || taken < PEOPLE / 2) || guard === null)
          throw new Error('The effect is wrong: void.');
      });
    };
    first.push(ask(run));
    // Fifty more rounds, the middle one counts: what a busy service sees.
    later.push(spreadOf(Array.from({ length: 50 }, (_, round) => ask(100 * run + round))));
  }
  return [line('snapshot_ms', builds), line('effect_ms', later), line('effect_first_ms', first)];
}

const spreadOf = (samples: readonly number[]): number => [...samples].sort((a, b) => a - b)[samples.length >> 1] ?? 0;

const question = (): ImpactFacts => ({
  intent: 'invite',
  people: [],
  gives: { groups: [everybody], roles: [] },
  plans: (['jira-software', 'confluence', 'jira-servicedesk'] as const).map((product) => ({
    product,
    cloudId: site,
    plan: 'standard',
    billing: { period: 'month', renewsOn: '2026-12-01', peak: null },
  })),
  hosts: new Map([[site, 'acme.atlassian.net']]),
  priceBook: [historicalPrice],
  apps: [],
  guard: {
    subscription: {
      state: 'active',
      edition: 'guard-standard',
      trialStartedOn: null,
      discount: 'none',
      externalPolicy: 'none',
      hasEnterprisePlan: false,
      today: '2026-11-21',
    },
    rules: shippedRules,
    people: ACCOUNTS,
    price: null,
    accounts: billableAccounts(ACCOUNTS),
  },
  today: '2026-11-21',
});

/** In turns, so that the machine's moods hit both. The first round warms up and is not counted. */
function classification(): BenchResult[] {
  const accounts = Array.from({ length: CLASSIFIED }, (_, index) => accountFacts(index));
  const samples = { gatehouse: [] as number[], floor: [] as number[] };
  for (let run = 0; run <= RUNS; run += 1)
    for (const name of ['gatehouse', 'floor'] as const) {
      const took = timed(() => {
        const length = accounts.reduce((sum, account) => sum + work[name](account), 0);
        if (length < CLASSIFIED) throw new Error(`${name} wrote too little: void.`);
      });
      if (run > 0) samples[name].push(took);
    }
  return (['gatehouse', 'floor'] as const).map((name) => ({
    name,
    case: String(CLASSIFIED),
    metric: 'classify_ms',
    unit: 'ms',
    ...spread(samples[name]),
  }));
}

const acme = {
  name: 'Acme',
  domains: [
    { name: 'acme.example', status: 'verified' as const },
    { name: 'acme.test', status: 'verified' as const },
  ],
};

const work = {
  gatehouse: (account: AccountFacts): number => {
    const { type, reasons } = classify(account, acme);
    return type.length + (reasons[0]?.text.length ?? 0);
  },
  /** Reads every fact and writes one sentence: what anything that explains itself must do. */
  floor: (account: AccountFacts): number => {
    const { accountType, claimStatus, accountStatus, membershipStatus, invitationPending } = account;
    const flags =
      Number(account.isConfluenceGuest) +
      Number(account.isJiraGuest) +
      Number(account.isOrgAdmin) +
      Number(account.isProductAdmin);
    return `${accountType} ${claimStatus} ${accountStatus} ${membershipStatus} ${invitationPending} ${flags}: ${account.email} of ${account.accountId}`
      .length;
  },
} as const;
