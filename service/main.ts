// A module, so that it may wait at its top level.
export {};

const major = Number(process.versions.node.split('.')[0]);

if (major < 24) {
  process.stderr.write(
    `Gatehouse needs Node 24 or newer; this is ${process.version}. Run it with "npm start", which brings its own.\n`,
  );
  process.exitCode = 78;
} else {
  // Loaded only now: older versions lack modules that the service imports.
  const { run } = await import('./run.ts');
  await run(process.argv.slice(2), process.env);
}
