import { calledMethod, type Rule } from './rule.ts';

/** `db.serialize()` returns plain text of an encrypted file, `db.backup()` fails on one. */
export const plainCopies: Rule = {
  create: (context) => ({
    CallExpression(node) {
      const method = calledMethod(node);
      if (method === 'serialize' || method === 'backup') {
        context.report({
          node,
          message: `.${method}() leaves the encryption; copy rows into a new encrypted file instead`,
        });
      }
    },
  }),
};
