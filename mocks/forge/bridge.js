/**
 * Stands in for the bridge that Forge puts into the frame of a Custom UI app: a classic script, because @forge/bridge looks
 * for it while it is imported. Answers what the panel calls; everything else is refused by name. The shapes are those of
 * the package @forge/bridge 7; how live Forge answers is unverified.
 */
(() => {
  const ask = async (path, body) => {
    const response = await fetch(new URL(path, document.baseURI), {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`The local Forge bridge answered ${response.status} to ${path}.`);
    return response.json();
  };

  const answers = {
    getContext: () => ask('bridge/context'),
    enableTheming: async () => undefined,
    fetchRemote: ({ remoteKey, fetchRequestInit }) => ask('bridge/fetch-remote', { remoteKey, ...fetchRequestInit }),
    navigate: async ({ url }) => void window.open(url, '_blank', 'noopener'),
    showFlag: async () => ({ close: async () => undefined }),
    on: async () => ({ unsubscribe: () => undefined }),
    emitReadyEvent: async () => undefined,
    changeWindowTitle: async () => undefined,
  };

  globalThis.__bridge = {
    callBridge: (name, payload) => {
      const answer = answers[name];
      return answer
        ? answer(payload ?? {})
        : Promise.reject(new Error(`The local Forge bridge does not answer "${name}".`));
    },
  };
})();
