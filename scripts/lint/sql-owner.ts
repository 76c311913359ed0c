import { rawSqlMethods, rawSqlOwner } from '../layers/table.ts';
import { calledMethod, fileOf, type Rule } from './rule.ts';

/** SQL stands in src-main/store/ only: elsewhere nobody touches a raw database handle. */
export const sqlOwner: Rule = {
  create(context) {
    if (fileOf(context).startsWith(rawSqlOwner)) {
      return {};
    }
    return {
      CallExpression(node) {
        const method = calledMethod(node);
        if (method !== undefined && rawSqlMethods.includes(method)) {
          context.report({ node, message: `only ${rawSqlOwner} may call .${method}() of a database` });
        }
      },
    };
  },
};
