import { parseArgs } from 'node:util';
import { ensureBuilt } from '../tools/ensure-built.ts';
import type { Try } from './case.ts';
import { measure } from './measure.ts';
import { control, plan } from './plan.ts';
import { openArrivals } from './world.ts';

/** `npm run arrivals`: what reaches the fake cloud with a session although the policy closes it, and what may. */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    spellings: { type: 'string', default: '25' },
    seed: { type: 'string', default: '1' },
    'without-policy': { type: 'boolean', default: false },
  },
});

const told = ({ request, spelling, way, layer }: Try) => ({
  intent: request.intent,
  spelling,
  way,
  layer,
  closedBy: request.closedBy ?? 'nothing: this is a fault of the wall',
});

await ensureBuilt((line) => process.stderr.write(`${line}\n`));
const world = await openArrivals(values['without-policy'] ? 'nothing' : 'policy');
try {
  const seed = Number(values.seed);
  const able = new Set((await measure(world, control(seed))).map(({ way }) => way));
  const unable = control(seed)
    .filter(({ way }) => !able.has(way))
    .map(({ way }) => way);
  const tries = plan(Number(values.spellings), seed).filter(({ way }) => able.has(way));
  const arrived = await measure(world, tries);
  const byAddress = arrived.filter(({ request }) => request.decidedBy === 'address');
  const result = {
    cases: tries.length,
    arrivedByAddress: byAddress.length,
    open: arrived.map(told),
    unable,
  };
  if (values.json) process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  else {
    process.stdout.write(
      `${result.cases} tries, ${result.arrivedByAddress} arrived that their address decides, ${arrived.length - byAddress.length} that only their body tells apart.\n`,
    );
    if (unable.length > 0) process.stdout.write(`Not tried, because they send nothing here: ${unable.join(', ')}\n`);
    for (const one of arrived)
      process.stdout.write(
        `  ${one.request.decidedBy}  ${one.request.intent}  ${one.request.method} ${JSON.stringify(one.address)}  [${one.spelling}]  ${one.way}  ${one.request.closedBy ?? ''}\n`,
      );
  }
  process.exitCode = byAddress.length === 0 ? 0 : 1;
} finally {
  await world.close();
}
