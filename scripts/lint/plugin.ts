import { imports } from './imports.ts';
import { keyOwner } from './key-owner.ts';
import { networkGlobalsRule } from './network-globals.ts';
import { plainCopies } from './plain-copies.ts';
import { pure } from './pure.ts';
import { sqlOwner } from './sql-owner.ts';

/** Holdfast's own lint rules, loaded by oxlint.config.ts. Each has a planted violation in test/structure/. */
export default {
  meta: { name: 'holdfast' },
  rules: {
    imports,
    'key-owner': keyOwner,
    'network-globals': networkGlobalsRule,
    'plain-copies': plainCopies,
    pure,
    'sql-owner': sqlOwner,
  },
};
