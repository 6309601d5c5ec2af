import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Conditions } from '../core/policy/index.ts';
import { conditionRows } from './e2e/condition-rows.ts';
import { faultsOf } from './tools/guard-source.ts';

/** Holds the directions and monopolies of the tree. When this fails, move the code, not the rule. */
const root = resolve(import.meta.dirname, '..');
const folders = ['core', 'service', 'extension', 'admin-panel', 'mocks', 'tests'] as const;

interface Source {
  readonly path: string;
  readonly text: string;
  /** Project-relative paths of relative imports, and bare specifiers as written. */
  readonly imports: readonly string[];
}

const specifier =
  /(?:^|\n)\s*(?:import|export)[^'"\n;]*?(?:\{[^}]*\}[^'"\n;]*?)?from\s*['"]([^'"]+)['"]|import\s*\(\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s+['"]([^'"]+)['"]/g;

function* walk(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else if (/\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts')) yield path;
  }
}

function read(path: string): Source {
  const text = readFileSync(path, 'utf8');
  const imports = [...text.matchAll(specifier)].map((match) => {
    const name = (match[1] ?? match[2] ?? match[3]) as string;
    return name.startsWith('.')
      ? relative(root, resolve(dirname(path), name))
          .split(sep)
          .join('/')
      : name;
  });
  return { path: relative(root, path).split(sep).join('/'), text, imports };
}

const sources: Source[] = folders.flatMap((folder) => [...walk(join(root, folder))].map(read));
const isTest = (path: string) => /\.test\.tsx?$/.test(path);
const shipped = sources.filter(({ path }) => !isTest(path) && !path.startsWith('tests/'));
const within =
  (...prefixes: string[]) =>
  (path: string) =>
    prefixes.some((prefix) => path.startsWith(prefix));

/** Every import of `from` files that goes to a project path outside `allowed`. */
const strays = (from: (path: string) => boolean, allowed: (path: string) => boolean) =>
  shipped
    .filter(({ path }) => from(path))
    .flatMap(({ path, imports }) =>
      imports
        .filter((name) => folders.some((folder) => name.startsWith(`${folder}/`)) && !allowed(name))
        .map((name) => `${path} imports ${name}`),
    );

const usersOf = (pattern: RegExp, allowed: (path: string) => boolean, among: readonly Source[] = shipped) =>
  among.filter(({ path, text }) => !allowed(path) && pattern.test(text)).map(({ path }) => path);

const importersOf = (pattern: RegExp, allowed: (path: string) => boolean) =>
  shipped
    .filter(({ path, imports }) => !allowed(path) && imports.some((name) => pattern.test(name)))
    .map(({ path }) => path);

it('sees the tree', () => {
  for (const folder of folders)
    expect(
      sources.some(({ path }) => path.startsWith(`${folder}/`)),
      folder,
    ).toBe(true);
  expect(sources.find(({ path }) => path === 'core/identity/classify.ts')?.imports).toContain(
    'core/identity/account.ts',
  );
});

describe('directions', () => {
  it('core imports nothing of ours, and from outside only zod, big.js and intl-messageformat with its parser', () => {
    expect(strays(within('core/'), within('core/'))).toEqual([]);
    const libraries = new Set(['zod', 'big.js', 'intl-messageformat', '@formatjs/icu-messageformat-parser']);
    const outside = shipped
      .filter(({ path }) => path.startsWith('core/'))
      .flatMap(({ path, imports }) =>
        imports
          .filter((name) => !name.startsWith('core/') && !libraries.has(name))
          .map((name) => `${path} imports ${name}`),
      );
    expect(outside).toEqual([]);
  });

  it('an area of the core is used through its index; ports and the contract are lists of parts by nature', () => {
    const areas = readdirSync(join(root, 'core'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'ports' && entry.name !== 'contract')
      .map(({ name }) => name);
    expect(areas.filter((area) => !sources.some(({ path }) => path === `core/${area}/index.ts`))).toEqual([]);
    const deep = sources
      .filter(({ path }) => !path.startsWith('core/'))
      .flatMap(({ path, imports }) =>
        imports
          .filter((name) => areas.some((area) => name.startsWith(`core/${area}/`) && !name.endsWith('/index.ts')))
          .map((name) => `${path} imports ${name}`),
      );
    expect(deep).toEqual([]);
  });

  it.each(['service', 'extension', 'admin-panel', 'mocks'])('%s imports itself and core', (folder) => {
    expect(strays(within(`${folder}/`), within(`${folder}/`, 'core/'))).toEqual([]);
  });

  it('service: http calls use cases; use cases know no adapter, no http; adapters know neither', () => {
    const inner = within('core/', 'service/ports/');
    expect(strays(within('service/usecases/'), (path) => inner(path) || within('service/usecases/')(path))).toEqual([]);
    expect(
      strays(
        within('service/adapters/'),
        (path) => inner(path) || within('service/adapters/', 'service/migrations/')(path),
      ),
    ).toEqual([]);
    expect(
      strays(within('service/http/'), (path) => inner(path) || within('service/http/', 'service/usecases/')(path)),
    ).toEqual([]);
  });

  it('extension: a feature never imports another feature; content and background do not import each other', () => {
    const crossing = shipped.flatMap(({ path, imports }) => {
      const own = /^extension\/features\/([^/]+)\//.exec(path)?.[1];
      return own === undefined
        ? []
        : imports
            .filter((name) => name.startsWith('extension/features/') && !name.startsWith(`extension/features/${own}/`))
            .map((name) => `${path} imports ${name}`);
    });
    expect(crossing).toEqual([]);
    expect(
      strays(within('extension/features/', 'extension/content/'), (path) => !path.startsWith('extension/background/')),
    ).toEqual([]);
    expect(
      strays(
        within('extension/background/'),
        (path) => !within('extension/features/', 'extension/content/', 'extension/guard/')(path),
      ),
    ).toEqual([]);
  });
});

/** Groups of files that import each other round a circle, types included; through an `index.ts` too. After Tarjan. */
function circles(files: readonly Source[]): string[] {
  const byPath = new Map(files.map((source) => [source.path, source]));
  const found: string[] = [];
  const seen = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const visit = (path: string): number => {
    const number = seen.size;
    seen.set(path, number);
    lowest.set(path, number);
    stack.push(path);
    for (const next of byPath.get(path)?.imports ?? []) {
      if (!byPath.has(next)) continue;
      if (!seen.has(next)) lowest.set(path, Math.min(lowest.get(path) ?? number, visit(next)));
      else if (stack.includes(next)) lowest.set(path, Math.min(lowest.get(path) ?? number, seen.get(next) ?? number));
    }
    if (lowest.get(path) === number) {
      const circle = stack.splice(stack.indexOf(path));
      if (circle.length > 1) found.push(circle.sort().join(' '));
    }
    return lowest.get(path) ?? number;
  };
  for (const { path } of files) if (!seen.has(path)) visit(path);
  return found;
}

it('no files import each other round a circle', () => {
  expect(circles(shipped)).toEqual([]);
});

describe('monopolies', () => {
  it('the browser API is wrapped in extension/platform', () => {
    const allowed = within(
      'extension/platform/',
      'extension/manifest.ts',
      'extension/vite.ts',
      'admin-panel/host/extension.ts',
      'core/',
      'service/',
      'mocks/',
    );
    expect(
      usersOf(
        /(?<![\w.'"`/-])(?:chrome|browser)\.(?:runtime|storage|tabs|alarms|identity|declarativeNetRequest|action|scripting)\b/,
        allowed,
      ),
    ).toEqual([]);
    expect(
      importersOf(/^webextension-polyfill$/, within('extension/platform/', 'admin-panel/host/extension.ts')),
    ).toEqual([]);
  });

  it('Atlassian test ids and component selectors stand in extension/sites only', () => {
    const elsewhere = shipped.filter(({ path }) => path.startsWith('extension/') && !within('extension/sites/')(path));
    expect(usersOf(/data-test-?id|data-vc|fabric-user-picker|data-mention-id/, () => false, elsewhere)).toEqual([]);
  });

  it('SQL stands in service/adapters/sql and migrations', () => {
    const allowed = within(
      'service/adapters/sql/',
      'service/migrations/',
      'mocks/',
      'extension/',
      'admin-panel/',
      'core/',
    );
    expect(importersOf(/^kysely$|^node:sqlite$|^pg$/, within('service/adapters/sql/', 'service/migrations/'))).toEqual(
      [],
    );
    expect(
      usersOf(
        /\b(?:select|insert into|update|delete from)\b[^'"`\n]*\b(?:from|values|set|where)\b/i,
        allowed,
        shipped.filter(
          ({ path }) => path.startsWith('service/') && /sql`/.test(readFileSync(join(root, path), 'utf8')),
        ),
      ),
    ).toEqual([]);
  });

  it('Atlassian is called from service/adapters/atlassian only', () => {
    expect(importersOf(/^undici$/, within('service/adapters/', 'mocks/'))).toEqual([]);
    expect(
      usersOf(
        /api\.atlassian\.com/,
        within('service/adapters/atlassian/', 'mocks/', 'extension/', 'core/', 'admin-panel/', 'service/config.ts'),
      ),
    ).toEqual([]);
  });

  it('@forge/bridge is imported by one host', () => {
    expect(importersOf(/^@forge\/bridge/, within('admin-panel/host/forge.ts'))).toEqual([]);
  });

  it('the library that keeps the panel’s answers is known to its api alone', () => {
    expect(importersOf(/^@tanstack\//, within('admin-panel/api/'))).toEqual([]);
  });

  it('React stays in the panel: content scripts stay small', () => {
    expect(importersOf(/^react(-dom)?(\/|$)|^@atlaskit\//, within('admin-panel/'))).toEqual([]);
  });
});

describe('the guard, beside hostile pages', () => {
  const reached = new Set<string>();
  const reach = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const next of sources.find((source) => source.path === path)?.imports ?? []) reach(next);
  };
  reach('extension/guard/main.ts');
  const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

  it('reaches what the page can replace through its captured natives only', () => {
    expect(reached.size).toBeGreaterThan(10);
    expect(reached).toContain('extension/guard/natives.ts');
    const others = [...reached].filter((path) => !path.startsWith('extension/guard/natives'));
    expect(others.filter((path) => !path.startsWith('extension/guard/'))).toEqual([]);
    expect(others.flatMap((path) => faultsOf(textOf(path)).map((fault) => `${path}: ${fault}`))).toEqual([
      // Names the page's own window, once, at the start.
      'extension/guard/main.ts: a global: window',
    ]);
  });

  it.each([
    ['const a = Reflect.apply(f, x, []);', 'a global: Reflect'],
    ['f.call(x);', 'a property that is not ours: call'],
    ['f?.call?.(x);', 'a property that is not ours: call'],
    ['Object.keys(x);', 'a global: Object'],
    ['const t = JSON.parse(x);', 'a global: JSON'],
    ['const u = new URL(x);', 'something made of a class: new'],
    ['for (const x of y) f(x);', 'for … of: for (const x of'],
    ['f(...x);', 'a spread: ...'],
    ['const y = [...x];', 'a spread: ...'],
    ['const y = { ...x };', 'a spread: ...'],
    ['const [a] = x;', 'a list taken apart: const ['],
    ['const f = ([a, b]) => a;', 'a list taken apart: ([a, b]) =>'],
    ['const a = x[0];', 'a look by index or computed name: x['],
    ['const f = async () => 1;', 'waiting by promises: async ('],
    ['if (x instanceof Y) f();', 'a kind asked by prototype: instanceof'],
    ["if ('a' in x) f();", 'a name looked for in prototypes: in'],
    ['fetch(x);', 'a global: fetch'],
    ['const f: Callable = setTimeout;', 'a global: setTimeout'],
    [`const a = \`\${document}\`;`, 'a global: document'],
    ['p.then(f);', 'a property that is not ours: then'],
  ])('%s is found', (code, fault) => expect(faultsOf(code)).toContain(fault));
});

describe('house rules', () => {
  it('no source file is over 300 lines', () => {
    expect(
      shipped
        .filter(({ text }) => text.split('\n').length > 301)
        .map(({ path, text }) => `${path}: ${text.split('\n').length}`),
    ).toEqual([]);
  });

  it('which audit event a command makes is said once', () => {
    const once = within('core/requests/event-of.ts', 'core/audit/event.ts');
    const shaped = (path: string) => once(path) || isTest(path);
    expect(usersOf(/\btype: '(?:grant\.retried|request\.approved)'/, shaped, sources)).toEqual([]);
  });

  it('each condition of a rule has a row in a real page', () => {
    expect(Object.keys(conditionRows).sort()).toEqual(Object.keys(Conditions.shape).sort());
  });

  it('page data never becomes markup', () => {
    expect(
      usersOf(/\.(?:inner|outer)HTML\s*=|insertAdjacentHTML\(|document\.write\(|dangerouslySetInnerHTML/, () => false),
    ).toEqual([]);
  });

  it('what a page owns is not iterated by values(), keys() or entries(): Firefox hands content scripts iterators that are not iterable', () => {
    expect(
      shipped
        .filter(
          ({ path, text }) =>
            path.startsWith('extension/') && /(?:searchParams|\bheaders)\.(?:values|keys|entries)\(/i.test(text),
        )
        .map(({ path }) => path),
    ).toEqual([]);
  });

  it('no test is skipped or focused', () => {
    const marks = /\b(?:it|test|describe)\.(?:skip|only|todo|fails)\b/;
    expect(usersOf(marks, (path) => path === 'tests/architecture.test.ts', sources)).toEqual([]);
  });
});
