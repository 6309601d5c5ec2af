import { acting } from './acting.ts';
import { everywhere } from './everywhere.ts';
import { jira } from './jira.ts';
import { admin, confluence, home, identity } from './others.ts';
import { trello } from './trello.ts';

/** Every table of controls, in the order in which their selectors are asked. */
export const tables = { acting, jira, confluence, admin, home, identity, trello, everywhere };
