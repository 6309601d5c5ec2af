import fc from 'fast-check';

/** A property may look for so long: thousands of mutants cannot each have the minutes that a test run has. */
fc.configureGlobal({ ...fc.readConfigureGlobal(), interruptAfterTimeLimit: 300, markInterruptAsFailure: false });
