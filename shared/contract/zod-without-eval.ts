import { z } from 'zod';

// The window's content security policy forbids code from strings. Zod asks whether it may make some, and asking alone
// counts as a violation, so this is imported before any schema is built.
z.config({ jitless: true });
