import type { z } from 'zod';
import type { Problem } from '../problem.ts';

type Issue = z.core.$ZodIssue;

/** What a schema objects to, each with its path and what to do instead. @param input what was parsed */
export function problemsOf(issues: readonly Issue[], input: unknown): Problem[] {
  return issues.flatMap((issue): Problem[] => {
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        path: [...path, key].join('.'),
        message: `"${key}" is not known here. Check its spelling, or remove it.`,
      }));
    if (issue.code === 'invalid_union') return unionProblems(issue, path, input);
    return [{ path: path.join('.'), message: sentence(issue, valueAt(input, path)) }];
  });
}

/** Of the alternatives of a union, the one that came furthest tells what the author meant. */
function unionProblems(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: readonly string[],
  input: unknown,
): Problem[] {
  const alternatives = issue.errors.map((issues) => problemsOf(issues, valueAt(input, path)));
  const depth = (problems: readonly Problem[]): number => Math.max(0, ...problems.map((one) => one.path.length));
  const meant = alternatives.toSorted((a, b) => depth(b) - depth(a))[0] ?? [];
  if (depth(meant) === 0 && typeof valueAt(input, path) !== 'string' && meant.every(isTypeFault))
    return [{ path: path.join('.'), message: 'Write text, or texts by language with English under "en".' }];
  return meant.map((one) => ({
    path: [...path, one.path].filter((part) => part !== '').join('.'),
    message: one.message,
  }));
}

const isTypeFault = ({ message }: Problem): boolean => message.includes(' is expected here');

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of settings',
  record: 'a group of settings',
};

function sentence(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type': {
      const kind = kinds[issue.expected] ?? issue.expected;
      return value === undefined ? `Add it: ${kind} is expected here.` : `Replace it: ${kind} is expected here.`;
    }
    case 'invalid_value':
      return `Use one of ${issue.values.map((one) => `"${String(one)}"`).join(', ')}.`;
    case 'too_small':
      if (issue.origin === 'array')
        return 'List at least one value, or leave the condition out: it then matches everything.';
      return issue.origin === 'string' ? 'Write something here.' : `Use ${String(issue.minimum)} or more.`;
    case 'too_big':
      return issue.origin === 'string'
        ? `Keep it to ${String(issue.maximum)} characters.`
        : `Use ${String(issue.maximum)} or less.`;
    case 'invalid_format':
      return formats[issue.format] ?? issue.message;
    default:
      return issue.message;
  }
}

const formats: Readonly<Record<string, string>> = {
  datetime: 'Write a moment in UTC, such as 2026-11-21T08:00:00Z.',
  url: 'Write a full address, such as https://intranet.example/atlassian.',
};

function valueAt(input: unknown, path: readonly string[]): unknown {
  let value = input;
  for (const name of path)
    value =
      typeof value === 'object' && value !== null
        ? Object.entries(value).find(([key]) => key === name)?.[1]
        : undefined;
  return value;
}
