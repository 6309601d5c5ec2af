/** The one name of the web platform that the contract passes through; browsers and Node complete it. */
interface AbortSignal {
  readonly aborted: boolean;
}
