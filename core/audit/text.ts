/** Control characters and every other thing that some reader takes for the end of a line. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;

/** One line: what would end or bend it becomes a space, lone surrogates the replacement character. */
export const oneLine = (text: string): string => text.toWellFormed().replace(CONTROL, ' ');

/** The same, with line feeds and carriage returns left where they are, for a format that can escape them. */
export const withBreaks = (text: string): string =>
  text.toWellFormed().replace(CONTROL, (found) => (found === '\n' || found === '\r' ? found : ' '));

/** Octets of the text in UTF-8. */
export function octets(text: string): number {
  let count = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    count += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return count;
}

/** The beginning of the text that fits, never half a character. */
export function cut(text: string, maxOctets: number): string {
  let left = maxOctets;
  let end = 0;
  for (const character of text) {
    left -= octets(character);
    if (left < 0) break;
    end += character.length;
  }
  return text.slice(0, end);
}
