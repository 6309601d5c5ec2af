import browser from 'webextension-polyfill';
import { answerWith } from './browser.ts';

/**
 * The background and the extension's own pages use Mozilla's polyfill: one promise API in every browser. Import it before
 * anything that calls the API. Content scripts do without: they need two calls, which answer promises under Manifest V3.
 */
answerWith(browser as unknown as typeof chrome);
