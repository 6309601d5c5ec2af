/** A refused call answers as Atlassian's own services do when somebody lacks a permission: 403 with a JSON body. */
export function refusal(message: string): Response {
  const body = JSON.stringify({
    code: 'gatehouse-blocked',
    status: 403,
    message,
    errors: [{ code: 'gatehouse-blocked', message }],
  });
  return new Response(body, { status: 403, statusText: 'Forbidden', headers: { 'content-type': 'application/json' } });
}
