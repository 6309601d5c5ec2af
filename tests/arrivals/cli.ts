import { parseArgs } from 'node:util';
import { ensureBuilt } from '../tools/ensure-built.ts';
import type { Try } from './case.ts';
import { measure, measureRaces } from './measure.ts';
import { control, controlOfGuard, plan, planOfGuard } from './plan.ts';
import { ways } from './table.ts';
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

const told = ({ request, spelling, way, address }: Try) => ({
  intent: request.intent,
  spelling,
  address,
  way: way.name,
  layer: way.layer,
  decidedBy: request.decidedBy,
  closedBy: request.closedBy ?? 'nothing: this is a fault of the wall',
});

await ensureBuilt((line) => process.stderr.write(`${line}\n`));
const protectedBy = values['without-policy'] ? 'nothing' : 'policy';
const world = await openArrivals(protectedBy);
try {
  const seed = Number(values.seed);
  const able = new Set((await measure(world, control(seed))).map(({ way }) => way));
  for (const { way } of await measureRaces(world, controlOfGuard(seed))) able.add(way);
  const unable = ways.filter((way) => way.reaches && !able.has(way)).map(({ name }) => name);
  const network = plan(Number(values.spellings), seed).filter(({ way }) => able.has(way));
  const guarded = planOfGuard(seed);
  const races = guarded.filter(({ way, request }) => way.open && request.decidedBy === 'body');
  const arrived = [
    ...(await measure(world, network)),
    ...(await measure(
      world,
      guarded.filter((one) => !races.includes(one)),
    )),
    ...(await measureRaces(world, races)),
  ];
  const byAddress = arrived.filter(({ request }) => request.decidedBy === 'address');
  const notListed = arrived.filter(({ request, way }) => request.decidedBy === 'body' && !way.open);
  const by = (layer: string) => ({
    address: byAddress.filter(({ way }) => way.layer === layer).length,
    body: arrived.filter(({ way, request }) => way.layer === layer && request.decidedBy === 'body').length,
  });
  const result = {
    cases: network.length + guarded.length,
    arrivedByAddress: byAddress.length,
    arrivedByLayer: { network: by('network'), guard: by('guard') },
    /** Ways around the guard that the table does not list as open. */
    notListed: notListed.map(told),
    open: arrived.map(told),
    unable,
  };
  if (values.json) process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  else {
    process.stdout.write(
      `${result.cases} tries, ${result.arrivedByAddress} arrived that their address decides, ${arrived.length - byAddress.length} that only their body tells apart (${by('network').body} where only the network is asked, ${by('guard').body} around the guard).\n`,
    );
    if (unable.length > 0) process.stdout.write(`Not tried, because they send nothing here: ${unable.join(', ')}\n`);
    for (const one of result.open)
      process.stdout.write(
        `  ${one.layer}  ${one.decidedBy}  ${one.intent}  ${JSON.stringify(one.address)}  [${one.spelling}]  ${one.way}  ${one.closedBy}\n`,
      );
    for (const one of result.notListed) process.stdout.write(`Not listed as open: ${one.way}\n`);
  }
  process.exitCode = byAddress.length + (protectedBy === 'policy' ? notListed.length : 0) === 0 ? 0 : 1;
} finally {
  await world.close();
}
