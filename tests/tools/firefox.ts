import { findBrowser, findOrInstallBrowser, type InstalledBrowser } from './installed-browser.ts';

/** Any Firefox that is new enough for the manifest: an extension that is loaded for a session need not be signed. */
const firefox: InstalledBrowser = {
  name: 'Firefox',
  variable: 'FIREFOX_PATH',
  usualPlaces: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
  debianPackage: 'firefox-esr',
};

/** Path of a Firefox: `FIREFOX_PATH`, else the usual places. Throws with the one command to run when there is none. */
export const findFirefox = (): Promise<string> => findBrowser(firefox);

/** As `findFirefox`, but installs Debian's package when run as root on a system that has apt. */
export const findOrInstallFirefox = (report: (line: string) => void): Promise<string> =>
  findOrInstallBrowser(firefox, report);
