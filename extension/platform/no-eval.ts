import { z } from 'zod';

// zod compiles parsers with `new Function` where it may. The extension's content security policy forbids that, and even
// the attempt is reported in the console. Imported first by every entry that parses.
z.config({ jitless: true });
