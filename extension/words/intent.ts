import type { Intent } from '../../core/policy/index.ts';
import { say } from './say.ts';

/** An intent as the start of a sentence: "Inviting people". */
export const doing = (intent: Intent): string => say(`act.doing.${intent}`);

/** What somebody wanted to do: "Invite". */
export const todo = (intent: Intent): string => say(`act.alone.${intent}`);
