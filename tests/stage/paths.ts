import { resolve } from 'node:path';

/** The top of the project. */
export const root = resolve(import.meta.dirname, '../..');
export const panelDir = resolve(root, 'dist/panel');
export const extensionDir = resolve(root, 'dist/extension');
export const firefoxExtensionDir = resolve(root, 'dist/extension-firefox');
