/**
 * The interfaces of a page that Node has not, as empty shapes: the guard takes its functions from them when it starts. What they
 * do is tried in a real Chromium (`tests/selectors/guard.test.ts`).
 */
const shapes: Readonly<Record<string, readonly string[]>> = {
  Node: ['baseURI', 'nodeType', 'ownerDocument'],
  Element: [],
  Document: ['documentElement'],
  HTMLFormElement: ['method'],
  SubmitEvent: ['submitter'],
  FormDataEvent: ['formData'],
};

for (const [name, members] of Object.entries(shapes)) {
  const { prototype } = class {};
  // As the browser says of whatever is not of the kind.
  const get = (): never => {
    throw new TypeError('Illegal invocation');
  };
  for (const member of members) Object.defineProperty(prototype, member, { get });
  Object.defineProperty(globalThis, name, { value: prototype.constructor, configurable: true });
}
