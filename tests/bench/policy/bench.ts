import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { compilePolicy, decide, type Outcome, type Policy } from '../../../core/policy/index.ts';
import { type BenchReport, type BenchResult, machine, spread } from '../report.ts';
import type { Answers, Peer } from './peer.ts';
import { casbin } from './peers/casbin.ts';
import { casl } from './peers/casl.ts';
import { cedar } from './peers/cedar.ts';
import { gatehouse } from './peers/gatehouse.ts';
import { jsonLogic } from './peers/json-logic.ts';
import { jsonRulesEngine } from './peers/json-rules-engine.ts';
import { NOW, policyOf, type Request, requestsOf } from './world.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as (options?: { readonly type: 'minor' }) => void;

const ROUNDS = 7;
const REQUESTS = 10_000;
const sizes = [20, 200, 2000] as const;
const peers: readonly Peer[] = [gatehouse, jsonLogic, casl, casbin, cedar, jsonRulesEngine];

/** Every policy engine on the same policies and requests, in turns. Void when they do not agree on every decision. */
export async function benchPolicy(): Promise<BenchReport> {
  const requests = requestsOf(REQUESTS, 7);
  const results: BenchResult[] = [];
  for (const size of sizes) results.push(...(await race(policyOf(size, size), requests)));
  const big = policyOf(2000, 2000);
  return {
    bench: 'policy',
    at: new Date().toISOString(),
    machine: machine(),
    versions: { node: process.version, ...versionsOf(peers) },
    n: ROUNDS,
    results: [...results, compileTime(big), heapGrowth(big, requests)],
  };
}

async function race(policy: Policy, requests: readonly Request[]): Promise<BenchResult[]> {
  const size = policy.rules.length;
  const entrants: { peer: Peer; answers: Answers; timed: number; agreed: number; speeds: number[] }[] = [];
  for (const peer of peers)
    entrants.push({
      peer,
      answers: await peer.load(policy, requests),
      timed: peer.timed?.[size] ?? requests.length,
      agreed: peer.agreed?.[size] ?? requests.length,
      speeds: [],
    });
  // Answering everything once also warms every engine up.
  const expected = await gatehouse.load(policy, requests).then((answers) => answers(requests.length));
  for (const { peer, answers, agreed } of entrants) agree(peer.name, size, await answers(agreed), expected);
  for (let round = 0; round < ROUNDS; round += 1)
    // Another one begins in every round, and nobody pays for the garbage of the one before: new garbage is all there is of it.
    // Collecting everything would also leave a small young generation, which punishes whoever answers with more than a word.
    for (let turn = 0; turn < entrants.length; turn += 1) {
      const entrant = entrants[(round + turn) % entrants.length];
      if (!entrant) continue;
      collect({ type: 'minor' });
      entrant.speeds.push(await speedOf(entrant.answers, entrant.timed));
    }
  return entrants.flatMap(({ peer: { name }, timed, agreed, speeds }) => {
    const line = (metric: string, unit: string, samples: readonly number[]): BenchResult => ({
      name,
      case: String(size),
      metric,
      unit,
      ...spread(samples),
    });
    return [
      line('decisions_per_s', '/s', speeds.map(Math.round)),
      line('timed_requests', 'n', [timed]),
      line('agreed_requests', 'n', [agreed]),
    ];
  });
}

/** Fast engines are asked again and again, so that a sample is longer than a hiccup of the machine. */
const SAMPLE_MS = 100;

/** Decisions a second. */
async function speedOf(answers: Answers, count: number): Promise<number> {
  const started = performance.now();
  let done = 0;
  let elapsed = 0;
  while (elapsed < SAMPLE_MS) {
    await answers(count);
    done += count;
    elapsed = performance.now() - started;
  }
  return done / (elapsed / 1000);
}

function agree(name: string, size: number, answers: readonly Outcome[], expected: readonly Outcome[]): void {
  const other = answers.findIndex((answer, index) => answer !== expected[index]);
  if (other >= 0)
    throw new Error(
      `${name} says "${answers[other]}" of request ${other} with ${size} rules, Gatehouse "${expected[other]}": void.`,
    );
}

function compileTime(policy: Policy): BenchResult {
  const samples = Array.from({ length: ROUNDS + 1 }, () => {
    // A policy that was never seen: compiled ones are remembered by object.
    const fresh = structuredClone(policy);
    const started = performance.now();
    compilePolicy(fresh);
    return performance.now() - started;
  });
  // The first warms the compiler of the machine up and is not counted.
  return {
    name: 'gatehouse',
    case: String(policy.rules.length),
    metric: 'compile_ms',
    unit: 'ms',
    ...spread(samples.slice(1)),
  };
}

const DECISIONS = 1_000_000;

function heapGrowth(policy: Policy, requests: readonly Request[]): BenchResult {
  const used = (): number => {
    collect();
    return process.memoryUsage().heapUsed / 2 ** 20;
  };
  const compiled = compilePolicy(policy);
  const decideAll = (): void => {
    for (const { facts } of requests) decide(facts, compiled, NOW);
  };
  decideAll();
  const before = used();
  for (let done = 0; done < DECISIONS; done += requests.length) decideAll();
  return {
    name: 'gatehouse',
    case: String(DECISIONS),
    metric: 'heap_growth_mb',
    unit: 'MB',
    ...spread([used() - before]),
  };
}

/** Exact versions, as installed. */
function versionsOf(all: readonly Peer[]): Record<string, string> {
  const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  const { devDependencies } = JSON.parse(text) as { devDependencies: Record<string, string> };
  return Object.fromEntries(all.flatMap(({ name }) => (devDependencies[name] ? [[name, devDependencies[name]]] : [])));
}
