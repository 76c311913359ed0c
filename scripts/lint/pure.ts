import { propertyName, type Node, type Rule } from './rule.ts';

const clocks: Readonly<Record<string, readonly string[]>> = {
  Date: ['now'],
  Math: ['random'],
  Temporal: ['Now'],
};

const isName = (node: Node | undefined, name: string): boolean =>
  node?.type === 'Identifier' && node.name === name;

/** The pure layers get time and randomness as arguments, so that every run on the same entries gives the same answer. */
export const pure: Rule = {
  create: (context) => ({
    MemberExpression(node) {
      const name = propertyName(node);
      const root = node.object?.type === 'Identifier' ? node.object.name : undefined;
      if (root !== undefined && name !== undefined && clocks[root]?.includes(name) === true) {
        context.report({ node, message: `${root}.${name} is not pure: pass it in` });
      }
    },
    NewExpression(node) {
      if (isName(node.callee, 'Date') && node.arguments?.length === 0) {
        context.report({ node, message: 'new Date() reads the clock: pass the time in' });
      }
    },
    CallExpression(node) {
      if (isName(node.callee, 'Date')) {
        context.report({ node, message: 'Date() reads the clock: pass the time in' });
      }
    },
  }),
};
