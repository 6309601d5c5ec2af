import type { IntentOnPage } from '../../core/contract/messages/index.ts';
import { listed, others, type Whom } from '../../core/identity/index.ts';
import { type Intent, isAboutActor } from '../../core/policy/index.ts';

/**
 * Whom an act aims at, each once, at most as many as a message may carry; the rest is a member too. An act that names nobody is
 * about people nobody could read, unless it is one that people do for themselves.
 */
export const targetsOf = (intent: Intent, people: readonly Whom[]): IntentOnPage['targets'] =>
  people.length === 0 && !isAboutActor(intent) ? [others(null)] : listed(people);
