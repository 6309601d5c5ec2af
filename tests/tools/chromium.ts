import { findBrowser, findOrInstallBrowser, type InstalledBrowser } from './installed-browser.ts';

/** Branded Chrome is not looked for because it no longer accepts `--load-extension`. */
const chromium: InstalledBrowser = {
  name: 'Chromium',
  variable: 'CHROME_PATH',
  usualPlaces: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  debianPackage: 'chromium',
};

/** Path of a Chromium: `CHROME_PATH`, else the usual places. Throws with the one command to run when there is none. */
export const findChromium = (): Promise<string> => findBrowser(chromium);

/** As `findChromium`, but installs Debian's package when run as root on a system that has apt. */
export const findOrInstallChromium = (report: (line: string) => void): Promise<string> =>
  findOrInstallBrowser(chromium, report);

/** Flags for a quiet headless Chromium that works as root and without a network. */
export const quietFlags: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The extension speaks the browser's language: tests and tools press what it says in English.
  '--lang=en',
];
