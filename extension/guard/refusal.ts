import { newResponse, quote } from './natives.ts';

/** A refused call answers as Atlassian's own services do when somebody lacks a permission: 403 with a JSON body. */
export function refusal(message: string): Response {
  const said = `"code":"gatehouse-blocked","message":${quote(message)}`;
  return newResponse(`{${said},"status":403,"errors":[{${said}}]}`, 403, 'Forbidden', 'application/json');
}
