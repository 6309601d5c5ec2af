import { everywhere } from './everywhere.ts';
import { jira, jsm } from './jira.ts';
import { bitbucket, trello } from './others.ts';

/** Every table of people. */
export const tables = { jira, jsm, bitbucket, trello, everywhere };
