import { stripTypeScriptTypes } from 'node:module';

/**
 * What code beside a hostile page must not say: a name that the page can replace, or syntax that asks the page's prototypes. Read
 * from the JavaScript that is left when types, comments and texts are gone.
 */
const forbidden: readonly (readonly [string, RegExp])[] = [
  ['a look by index or computed name', /[\w$)\]]\s*(?:\?\.)?\[/g],
  ['for … of', /\bfor\s*\([^;)]*\bof\b/g],
  ['a spread', /\.\.\.(?!args\)\s*(?:=>|\{))/g],
  ['a list taken apart', /\b(?:const|let|var)\s*\[|[(,]\s*\[[\w$\s,]*\]\s*\)?\s*=>|\[[\w$\s,]*\]\s*=[^=>]/g],
  ['waiting by promises', /\basync\s*(?:\(|function|[\w$]+\s*=>)|\bawait\b|\byield\b/g],
  ['a kind asked by prototype', /\binstanceof\b/g],
  ['a name looked for in prototypes', /\bin\b/g],
  ['something made of a class', /\bnew\b|\bclass\b/g],
];

/** What is read or called by name is of our own objects, which have it. */
const ownNames = new Set(
  [
    ['length', 'of', 'set', 'drop', 'each', 'settle', 'hold', 'read', 'send', 'text', 'body', 'unreadable'],
    ['method', 'url', 'plain', 'graphql', 'address', 'input', 'init', 'place', 'async', 'args', 'name', 'next'],
    ['allow', 'message', 'outcome', 'id', 'terms', 'deadlineMs', 'onUnknown'],
    // While the script starts only.
    ['document'],
  ].flat(),
);

/** Names of the language and the page. A file may declare or import one itself; then it is its own. */
const globals = new Set([
  ...Object.getOwnPropertyNames(globalThis),
  ...[
    'window',
    'document',
    'self',
    'top',
    'parent',
    'frames',
    'location',
    'history',
    'navigation',
    'scheduler',
    'chrome',
  ],
  ...['Node', 'Element', 'Document', 'Window', 'HTMLElement', 'HTMLFormElement', 'HTMLIFrameElement', 'XMLHttpRequest'],
  ...[
    'FileReader',
    'MutationObserver',
    'SubmitEvent',
    'FormDataEvent',
    'ShadowRoot',
    'addEventListener',
    'postMessage',
  ],
]);
globals.delete('undefined');

/** Code without comments and texts; what stands in `${}` of a template stays. */
export const bare = (typescript: string): string =>
  stripTypeScriptTypes(typescript).replace(
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|\$\{[^{}]*\}|[^`\\])*`|(?<=[=(,:]\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/g,
    (text) => {
      if (text.startsWith('`')) return `(${[...text.matchAll(/\$\{([^{}]*)\}/g)].map(([, code]) => code).join(',')})`;
      return text.startsWith('/') ? ' ' : ' "" ';
    },
  );

/** Everything forbidden that a file says, as sentences. */
export function faultsOf(typescript: string): string[] {
  const code = bare(typescript).replace(/^\s*(?:import|export)\b[^;]*?\bfrom\b[^;]*;/gm, (whole) =>
    whole.replace(/./g, ' '),
  );
  const imported = [...bare(typescript).matchAll(/\bimport\s*\{([^}]*)\}/g)].flatMap(([, names = '']) =>
    names.split(',').map(
      (name) =>
        name
          .trim()
          .split(/\s+as\s+/)
          .at(-1) ?? '',
    ),
  );
  const faults = forbidden.flatMap(([what, pattern]) =>
    [...code.matchAll(pattern)].map(([found]) => `${what}: ${found.trim()}`),
  );
  for (const [, name = ''] of code.matchAll(/(?<!\.\.)\.\s*([A-Za-z_$][\w$]*)/g))
    if (!ownNames.has(name)) faults.push(`a property that is not ours: ${name}`);
  for (const [, name = ''] of code.matchAll(/(?<![\w$.]|\?\.)([A-Za-z_$][\w$]*)(?!\s*:(?!:))/g))
    if (globals.has(name) && !imported.includes(name) && !declares(code, name)) faults.push(`a global: ${name}`);
  return faults;
}

const declares = (code: string, name: string): boolean =>
  new RegExp(`\\b(?:const|let|function)\\s+${name}\\b|[({,:]\\s*${name}\\s*[,})=][^;]*?(?:=>|\\}\\)|\\{)`).test(code);
