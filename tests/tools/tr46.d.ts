/** The package has no types of its own. */
declare module 'tr46' {
  export function toASCII(
    domain: string,
    options?: { checkBidi?: boolean; checkHyphens?: boolean; checkJoiners?: boolean; verifyDNSLength?: boolean },
  ): string | null;
}
