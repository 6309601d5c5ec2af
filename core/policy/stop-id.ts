import { z } from 'zod';

/** Crockford's base 32: no I, L, O or U, so that nobody reads one letter for another. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * What a stop is called between people, such as `K7QF-2M9D`: short enough to say on the telephone. Of 40 bits: in a log of a
 * hundred thousand stops one in ten million searches would find a second one, which is why a search shows all it finds.
 */
export const StopId = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/, 'Write it as in K7QF-2M9D.');
export type StopId = z.infer<typeof StopId>;

/** The id of a stop from that of its record. @param uuid of version 4: its first ten digits are random. Throws for other texts. */
export function stopIdOf(uuid: string): StopId {
  const hex = z.uuid().parse(uuid).replaceAll('-', '').slice(0, 10);
  const bits = BigInt(`0x${hex}`);
  const digits = Array.from({ length: 8 }, (_, at) => DIGITS[Number((bits >> BigInt(35 - 5 * at)) & 31n)]).join('');
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
}

/**
 * The stop that somebody typed or pasted, in the spellings that people use: small letters, wide ones, without a dash or with
 * another one, in brackets or quotes, with the word before it, O for 0, I or L for 1. Null when it is none; addresses and paths are.
 */
export function readStopId(text: string): StopId | null {
  const digits = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/(?![/%@\\])[\s\p{P}\p{Cf}\p{Sm}\p{Sk}]/gu, '')
    .replace(/^STOP(?:NUMBER|NO)?(?=.{8}$)/, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return StopId.safeParse(`${digits.slice(0, 4)}-${digits.slice(4)}`).data ?? null;
}
