export type CallCase = 'fetch' | 'fetch-post' | 'xhr' | 'graphql';

/**
 * Microseconds that one call takes until the browser's own function has returned, on average over many. Nothing is sent: `fetch`
 * has a signal that is aborted already, and the XMLHttpRequest is opened only, which is where the guard looks at it.
 */
export async function timeCalls(name: CallCase): Promise<number> {
  const CALLS = 200;
  const BATCHES = 20;
  const controller = new AbortController();
  controller.abort();
  const { signal } = controller;
  const headers = { 'content-type': 'application/json' };
  const query = 'query issue($key: ID!) { issue(key: $key) { id key summary assignee { name accountId } } }\n'.repeat(
    12,
  );
  const text = JSON.stringify({ operationName: 'issue', query, variables: { key: 'WEB-1' } });
  const ignore = (): undefined => undefined;
  const fetching = (path: string, init: RequestInit) => (): void => {
    fetch(path, { ...init, signal }).catch(ignore);
  };
  const request = new XMLHttpRequest();
  const call = {
    fetch: fetching('/rest/api/3/issue/WEB-1', {}),
    'fetch-post': fetching('/rest/api/3/issue/WEB-1/comment', { method: 'POST', headers, body: '{"body":"x"}' }),
    graphql: fetching('/gateway/api/graphql?operationName=issue', { method: 'POST', headers, body: text }),
    xhr: () => request.open('POST', '/rest/api/3/issue/WEB-1/comment'),
  }[name];
  let spent = 0;
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const start = performance.now();
    for (let index = 0; index < CALLS; index += 1) call();
    spent += performance.now() - start;
    // What the browser does about its answers is not the guard's.
    await new Promise((done) => setTimeout(done));
  }
  return (spent * 1000) / (CALLS * BATCHES);
}
