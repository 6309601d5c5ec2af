import { expect, it } from 'vitest';
import { isOneScript } from './one-script.ts';

it.each([
  'müller.example',
  'bücher-24.example',
  'пример.example',
  'ファイル名.example',
  '한국漢字.example',
  'παράδειγμα.example',
])('%s is written in one script a label', (domain) => expect(isOneScript(domain)).toBe(true));

it.each([
  'p\u0430ypal.example',
  'acm\u0435.example',
  'g\u03bf\u03bfgle.example',
  'acme.ex\u0430mple',
])('%j mixes scripts that look alike', (domain) => expect(isOneScript(domain)).toBe(false));
