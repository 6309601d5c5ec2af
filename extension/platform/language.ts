import { api } from './browser.ts';

/** The language of the browser's own words, as `de-AT`. */
export const browserLanguage = (): string => api().i18n.getUILanguage();
