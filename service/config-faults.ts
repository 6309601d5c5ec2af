/** Configuration that cannot be used: every fault at once, each with what to do. */
export class ConfigFaults extends Error {
  override readonly name = 'ConfigFaults';
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(
      `Gatehouse cannot start:\n${faults.map((fault) => `  - ${fault}`).join('\n')}\nRun with --help for all settings.`,
    );
    this.faults = faults;
  }
}
