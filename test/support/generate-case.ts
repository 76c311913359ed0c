import { generateCase } from './generate-record.ts';

/** `node generate-case.ts FILE ENTRIES PASSPHRASE`: for tests whose own loader cannot read the driver's types. */
const [path = '', entries = '', passphrase = ''] = process.argv.slice(2);
await generateCase(path, { entries: Number(entries), seed: 11, passphrase, authors: 12, all: true });
