import { currentSession, type Session } from './session.ts';
import { serviceAddress } from './settings.ts';

/** The session with the service whose address is set; null when nobody is signed in there. */
export const sessionNow = async (): Promise<Session | null> => currentSession((await serviceAddress()).url, Date.now());
