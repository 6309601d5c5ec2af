/** The few names of the web platform that the core passes through or asks; browsers and Node complete them. */
interface AbortSignal {
  readonly aborted: boolean;
}

/** The URL Standard's parser. Its host parser is the UTS 46 implementation that browsers and Node keep up to date. */
declare class URL {
  constructor(url: string);
  static canParse(url: string): boolean;
  readonly hostname: string;
}
