/** Everything here runs TypeScript directly and needs `node:sqlite`: ends the process with what to do on an older Node. */
export function requireNode24(): void {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= 24) return;
  process.stderr.write(
    `Gatehouse needs Node.js 24 or newer; this is ${process.version}. Run it through npm ("npm start", "npm test"), ` +
      'which uses the Node that "npm ci" installed, or install Node.js 24.\n',
  );
  process.exit(1);
}
