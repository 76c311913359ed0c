import { networkGlobals } from '../layers/table.ts';
import { propertyName, type Rule } from './rule.ts';

const roots = new Set(['globalThis', 'window', 'self', 'global', 'navigator']);

/** `globalThis.fetch` and the like; the plain names are covered by no-restricted-globals. */
export const networkGlobalsRule: Rule = {
  create: (context) => ({
    MemberExpression(node) {
      const name = propertyName(node);
      if (node.object?.type !== 'Identifier' || !roots.has(node.object.name ?? '') || name === undefined) {
        return;
      }
      if (networkGlobals.includes(name) || name === 'sendBeacon') {
        context.report({ node, message: `${name} opens sockets; Holdfast has no network` });
      }
    },
  }),
};
