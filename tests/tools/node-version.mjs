// Plain JavaScript on purpose: an older Node cannot even read the TypeScript entry points, and would fail with a riddle.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(
    `Gatehouse needs Node.js 24 or newer; this is ${process.version}. Run "npm ci" first: on Linux and Windows it installs ` +
      'the right Node, which npm scripts then use. On macOS install Node.js 24.\n',
  );
  process.exit(1);
}
