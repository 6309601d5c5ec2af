import { expect, it } from 'vitest';
import { type Key, keys } from '../service/config-keys.ts';

const kindOf = ({ optional, fallback, secret }: Key): string => {
  const kind = optional ? 'optional' : fallback === undefined ? '**required**' : fallback ? `\`${fallback}\`` : 'none';
  return secret ? `${kind}; a secret: may stand in a file instead, named by the setting with \`_FILE\`` : kind;
};

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');

const page = (): string =>
  [
    '# Settings of the policy service',
    '',
    'All settings come from the environment. A value that cannot be used ends the start with one sentence for each, and an example.',
    'Written by `npm run docs` from `service/config-keys.ts`; [how to connect your organization](connect-your-organization.md) says in which',
    'order to come by the values.',
    '',
    '| setting | what it is | without it |',
    '|---|---|---|',
    ...Object.entries(keys as Record<string, Key>).map(
      ([name, key]) =>
        `| \`${name}\` | ${cell(key.help)}${key.example ? ` Example: \`${cell(key.example)}\`` : ''} | ${kindOf(key)} |`,
    ),
    '',
  ].join('\n');

it('docs/settings.md says what the service reads; "npm run docs" writes it', async () => {
  await expect(page()).toMatchFileSnapshot('../docs/settings.md');
});
