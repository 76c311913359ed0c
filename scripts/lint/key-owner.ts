import { keyOwners } from '../layers/table.ts';
import { calledMethod, fileOf, textOf, type Rule } from './rule.ts';

/** The pragmas by which a SQLCipher file gets its key or its cipher. */
const keyPragma = /^\s*(?:\w+\.)?(?:hex)?(?:re)?key\b|^\s*(?:\w+\.)?(?:cipher|legacy|kdf_|hmac_|mc_)/iu;
const keySql = /\bpragma\s+(?:\w+\.)?(?:(?:hex)?(?:re)?key\b|cipher|legacy|kdf_|hmac_|mc_)/iu;
const keyMethods = new Set(['key', 'rekey']);

/**
 * One function opens an encrypted file: it checks the size first, sets the cipher and never puts the passphrase into
 * SQL text. A second place that sets a key would silently skip all of that.
 */
export const keyOwner: Rule = {
  create(context) {
    const owners = keyOwners.join(', ');
    if (keyOwners.includes(fileOf(context))) {
      return {};
    }
    return {
      CallExpression(node) {
        const method = calledMethod(node);
        if (method !== undefined && keyMethods.has(method)) {
          context.report({ node, message: `only ${owners} may call .${method}()` });
        }
        if (method === 'pragma' && keyPragma.test(textOf(node.arguments?.[0]) ?? '')) {
          context.report({ node, message: `only ${owners} may use key and cipher pragmas` });
        }
      },
      Literal(node) {
        if (keySql.test(textOf(node) ?? '')) {
          context.report({ node, message: `only ${owners} may use key and cipher pragmas` });
        }
      },
      TemplateLiteral(node) {
        if (node.quasis?.some((part) => keySql.test(part.value.cooked ?? '')) === true) {
          context.report({ node, message: `only ${owners} may use key and cipher pragmas` });
        }
      },
    };
  },
};
