import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { formatTable } from './format.ts';
import { recognisePage } from './saved-page.ts';

const usage = 'Usage: npm run -s recognise -- --url URL FILE.html [--json]';

/** Wrong use: one line and exit code 2, never a stack. */
class UsageError extends Error {}

function readArguments(): { url: string; file: string; json: boolean } {
  let parsed: { values: { url?: string; json?: boolean }; positionals: string[] };
  try {
    parsed = parseArgs({ options: { url: { type: 'string' }, json: { type: 'boolean' } }, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)} ${usage}`, { cause: error });
  }
  const { values, positionals } = parsed;
  const [file] = positionals;
  if (values.url === undefined || file === undefined || positionals.length > 1) throw new UsageError(usage);
  if (!URL.canParse(values.url) || !/^https?:$/.test(new URL(values.url).protocol)) {
    throw new UsageError(`Not a web address: "${values.url}". ${usage}`);
  }
  return { url: values.url, file, json: values.json ?? false };
}

async function readPage(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`Cannot read "${file}": ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

try {
  const { url, file, json } = readArguments();
  const found = await recognisePage(url, await readPage(file));
  process.stdout.write(json ? `${JSON.stringify(found)}\n` : formatTable(found));
} catch (error) {
  const oneLine = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').trim();
  process.stderr.write(`recognise: ${oneLine}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
