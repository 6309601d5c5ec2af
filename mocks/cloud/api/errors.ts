import { randomUUID } from 'node:crypto';
import { HttpResponse } from 'msw';

/** Error body of the Organizations API: `{errors: [{id, status, code, title, detail}]}`. */
export const orgError = (status: number, code: string, title: string, detail = title) =>
  HttpResponse.json({ errors: [{ id: randomUUID(), status: String(status), code, title, detail }] }, { status });

/** Error body of Jira and Confluence. */
export const siteError = (status: number, message: string) =>
  HttpResponse.json({ errorMessages: [message], errors: {}, status }, { status });

export const badCursor = () => orgError(400, 'ADMIN-400-1', 'Invalid cursor', 'The cursor is not one this call gave.');
export const badBody = (detail: string) => orgError(400, 'ADMIN-400-24', 'Invalid request body', detail);
/** A parameter out of bounds. That it has the same code as a body is inferred. */
export const badQuery = (detail: string) => orgError(400, 'ADMIN-400-24', 'Invalid request', detail);
export const noOrg = () => orgError(404, 'ADMIN-404-2', 'Organization not found');
/** Which code stands for a directory is not published: unverified. */
export const noDirectory = () => orgError(404, 'ADMIN-404-1', 'Directory not found');
/** The code is not published: unverified. */
export const noEvent = () => orgError(404, 'ADMIN-404-1', 'Event not found');
export const noUser = () => orgError(404, 'ADMIN-404-8', 'User not found');
export const noGroup = () => orgError(404, 'ADMIN-404-10', 'Group not found');
export const licenceLimit = () => orgError(409, 'ADMIN-409-3', 'Product License Limit Exceeded');
export const userLimit = () => orgError(409, 'ADMIN-UAM-409-3', 'Product License Limit Exceeded');
export const noSubscription = () => orgError(402, 'ADMIN-UAM-402-1', 'A paid subscription is needed');
export const badResource = () => orgError(400, 'ADMIN-400-4', 'Invalid resource');
export const notAllowed = (detail: string) => orgError(403, 'ADMIN-403-3', 'Not allowed', detail);
/** That joining twice is a 409 is documented, its code is not: unverified. */
export const alreadyMember = () => orgError(409, 'ADMIN-409-1', 'User is already a member of the group');
