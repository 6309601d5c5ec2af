import fc from 'fast-check';

/**
 * Every run tries the same examples, so that a red run is the change's doing and can be repeated. `GATEHOUSE_SEED=7` tries others;
 * property tests that fail print the seed they used.
 */
fc.configureGlobal({ seed: Number(process.env.GATEHOUSE_SEED ?? 20261121) });
