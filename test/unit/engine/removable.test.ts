import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isRemovable } from '../../../src-main/engine/removable.ts';

let system = '';
let stick = '';
let disk = '';

beforeAll(() => {
  system = realpathSync(mkdtempSync(join(tmpdir(), 'holdfast-removable-')));
  stick = join(system, 'a stick');
  disk = join(system, 'disk');
  for (const folder of [
    stick,
    disk,
    'proc/self',
    'sys/devices/sdb/sdb1',
    'sys/devices/sda',
    'sys/dev/block',
  ]) {
    mkdirSync(join(folder.startsWith('/') ? '/' : system, folder), { recursive: true });
  }
  writeFileSync(join(system, 'sys/devices/sdb/removable'), '1\n');
  writeFileSync(join(system, 'sys/devices/sda/removable'), '0\n');
  symlinkSync('../../devices/sdb/sdb1', join(system, 'sys/dev/block/8:17'));
  symlinkSync('../../devices/sda', join(system, 'sys/dev/block/8:0'));
  const lines = [
    '20 1 8:0 / / rw - ext4 /dev/sda rw',
    `21 20 8:17 / ${stick.replaceAll(' ', '\\040')} rw - vfat /dev/sdb1 rw`,
  ];
  writeFileSync(join(system, 'proc/self/mountinfo'), `${lines.join('\n')}\n`);
});

afterAll(() => rmSync(system, { recursive: true, force: true }));

test('a partition of a disk that is carried about is found, also below its mount point', () => {
  mkdirSync(join(stick, 'below'));
  expect(isRemovable(stick, system)).toBe(true);
  expect(isRemovable(join(stick, 'below'), system)).toBe(true);
  expect(isRemovable(disk, system)).toBe(false);
  // Control: the name of the mount point is not the beginning of another name.
  expect(isRemovable(`${stick}s`, system)).toBe(false);
});

test('where systems connect such disks needs no asking, and where nothing is known nothing is claimed', () => {
  expect(isRemovable('/media/ada/STICK', system)).toBe(true);
  expect(isRemovable('/run/media/ada/STICK', system)).toBe(true);
  expect(isRemovable('/media', system)).toBe(false);
  expect(isRemovable(disk, join(system, 'nothing'))).toBe(false);
});
