// Run as a program: `node fork-files.ts FOLDER PASSPHRASE` makes ada.holdfast and resumed.holdfast there, two files
// in which one writer went on with the same key. A test in the window starts it, because its driver loads no SQLite.
import { join } from 'node:path';
import { resume } from '../fork.ts';
import { sharedKey } from '../keys.ts';
import { Laptop } from '../laptops.ts';
import { random } from '../random.ts';

const [folder = '', passphrase = ''] = process.argv.slice(2);

void sharedKey(passphrase).then((key) => {
  const ada = new Laptop(folder, 'ada', key, random(1));
  ada.create();
  resume(ada.session, { path: ada.path, resumed: join(folder, 'resumed.holdfast'), key });
});
