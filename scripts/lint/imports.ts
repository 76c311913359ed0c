import { importProblem } from '../layers/check.ts';
import { networkModules } from '../layers/table.ts';
import { calledMethod, fileOf, textOf, type Node, type Rule } from './rule.ts';

/** Arrows between layers point down, packages stay with their owners, and nothing imports the network. */
export const imports: Rule = {
  create(context) {
    const file = fileOf(context);
    const judge = (source: Node | null | undefined): void => {
      const specifier = textOf(source);
      const problem = specifier === undefined ? undefined : importProblem(file, specifier);
      if (problem !== undefined && source !== undefined && source !== null) {
        context.report({ node: source, message: problem });
      }
    };
    return {
      ImportDeclaration(node) {
        judge(node.source);
        // Electron's own HTTP client hides behind an otherwise legitimate package.
        const client = node.specifiers?.find((item) => item.imported?.name === 'net');
        if (textOf(node.source) === 'electron' && client !== undefined) {
          context.report({ node: client, message: "electron's net opens sockets; Holdfast has no network" });
        }
      },
      ExportNamedDeclaration: (node) => judge(node.source),
      ExportAllDeclaration: (node) => judge(node.source),
      ImportExpression: (node) => judge(node.source),
      TSImportType: (node) => judge(node.source ?? node.argument),
      CallExpression(node) {
        const first = node.arguments?.[0];
        if (node.callee?.type === 'Identifier' && node.callee.name === 'require') {
          judge(first);
        }
        if (calledMethod(node) === 'getBuiltinModule') {
          const name = textOf(first)?.replace(/^node:/u, '');
          if (name === undefined || networkModules.includes(name)) {
            context.report({ node, message: 'getBuiltinModule could load a module that opens sockets' });
          }
        }
      },
    };
  },
};
