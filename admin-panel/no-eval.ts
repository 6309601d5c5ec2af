import { config } from 'zod';

/**
 * zod tries `new Function` to see whether it may compile its checks. Our content security policies forbid it, and a caught
 * refusal is still reported as a violation. Imported before everything that declares a schema.
 */
config({ jitless: true });
