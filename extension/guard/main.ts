import { installGuard } from './install.ts';

/** MAIN world, `document_start`, before any script of the page. */
installGuard(window);
