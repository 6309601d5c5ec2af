import { fileURLToPath } from 'node:url';
import { build } from 'vite';

interface Options {
  readonly minify?: boolean;
  readonly target?: string;
  /** What is taken in place of a package. */
  readonly alias?: Readonly<Record<string, string>>;
}

/** Messages are parsed when the extension is built (`locales.ts`). */
export const withoutParser = {
  '@formatjs/icu-messageformat-parser': '@formatjs/icu-messageformat-parser/no-parser.js',
};

/** One self-contained script out of an entry file, as text: what `vite build` makes of it, kept in memory. */
export async function bundleScript(
  entry: URL,
  name: string,
  { minify = false, target = 'chrome123', alias = {} }: Options = {},
): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { alias },
    build: {
      write: false,
      minify,
      target,
      lib: { entry: fileURLToPath(entry), formats: ['iife'], name, fileName: name },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error(`Bundling ${entry.pathname} gave nothing.`);
  return output.output[0].code;
}
