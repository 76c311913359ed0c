import { defineConfig } from 'oxlint';
import { impureGlobals, networkGlobals } from './scripts/layers/table.ts';

const noNetwork = networkGlobals.map((name) => ({ name, message: 'Holdfast has no network.' }));
const noImpurity = impureGlobals.map((name) => ({
  name,
  message: 'The pure layers also run in the browser and get clock and randomness as arguments.',
}));

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'promise', 'node', 'react', 'jsx-a11y', 'vitest'],
  jsPlugins: ['./scripts/lint/plugin.ts'],
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  categories: { correctness: 'error', suspicious: 'error' },
  ignorePatterns: ['dist', 'release', 'node_modules', 'test-results', 'playwright-report'],
  rules: {
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    // A `default` that calls assertNever covers a union; one that returns states that the rest is alike.
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    'typescript/consistent-type-imports': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/no-import-type-side-effects': 'error',
    'typescript/return-await': 'error',
    'typescript/only-throw-error': 'error',
    'typescript/prefer-readonly': 'error',
    'typescript/use-unknown-in-catch-callback-variable': 'error',
    'import/no-cycle': 'error',
    'unicorn/prefer-node-protocol': 'error',
    'eslint/eqeqeq': ['error', 'always', { null: 'ignore' }],
    // The last `then` of a chain ends it.
    'promise/always-return': ['error', { ignoreLastCallback: true }],
    'eslint/curly': ['error', 'multi-line'],
    'eslint/no-var': 'error',
    'eslint/prefer-const': 'error',
    'eslint/no-console': 'error',

    // Off: parsed data is branded by `as UtcIso` after the check, in one place each; zod's output needs the same.
    'typescript/no-unsafe-type-assertion': 'off',
    // Off: a callback named like its neighbour's parameter (`db`, `node`) is clear and common in small functions.
    'eslint/no-shadow': 'off',
    // Off: small helpers stand beside their only use, in closures over nothing by chance.
    'unicorn/consistent-function-scoping': 'off',
    // Off: `__HOLDFAST_VERSION__` is a constant of the build and `_unused` marks a parameter that must be there.
    'eslint/no-underscore-dangle': 'off',
    // Off: styles are imported for their effect; nothing else is (side effects at import are caught in review).
    'import/no-unassigned-import': 'off',
    // Off: TypeScript resolves imports itself, and knows the CommonJS `export =` of the driver.
    'import/default': 'off',
    // Off: control characters in file names and log lines are what those expressions look for.
    'eslint/no-control-regex': 'off',
    // Off: a row type is given by the caller of a query (`all<Row>()`), where it is used once in the signature.
    'typescript/no-unnecessary-type-parameters': 'off',
    // Off: a default that is spelt out documents the call.
    'typescript/no-unnecessary-type-arguments': 'off',
    // Off: noImplicitReturns of TypeScript does it, and knows `undefined` and effects without a clean-up.
    'typescript/consistent-return': 'off',
    // Off: the note line and the passphrase have the focus when their screen opens; the design and its keyboard
    // test ask for it.
    'jsx-a11y/no-autofocus': 'off',
    // Off: <progress>, <dialog> and <output> cannot be given the look of the design; their roles say the same.
    'jsx-a11y/prefer-tag-over-role': 'off',
    // Mantine takes parts of a component as render functions.
    'react/no-unstable-nested-components': ['error', { allowAsProps: true }],
    // The second argument of expect() is the message.
    'vitest/valid-expect': ['error', { maxArgs: 2 }],
    // A helper that checks several things is named `expect…`.
    'vitest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*'] }],
    // Off: a table of cases says which of them refuse; each branch of such a test checks.
    'vitest/no-conditional-expect': 'off',
    // Off: the JSX runtime is automatic.
    'react/react-in-jsx-scope': 'off',
    // Off: `useVirtualizer` returns functions that the React compiler cannot memoise; we do not use the compiler.
    'react/incompatible-library': 'off',
    // Off: rules of the React compiler, which we do not use. Small local state is reset when what it is about
    // changes, and an effect may name more than it reads in order to run again; react/exhaustive-deps stays.
    'react/set-state-in-effect': 'off',
    'react/exhaustive-effect-dependencies': 'off',
    // Off: MessagePort and worker postMessage have no target origin; we use no window.postMessage.
    'unicorn/require-post-message-target-origin': 'off',
  },
  overrides: [
    {
      files: ['src-main/**', 'src-renderer/**'],
      rules: {
        'holdfast/imports': 'error',
        'holdfast/network-globals': 'error',
        'eslint/no-restricted-globals': ['error', ...noNetwork],
      },
    },
    {
      // Where databases are: the page has none, and `.key()` means something else there.
      files: ['src-main/**'],
      rules: {
        // The bundles are CommonJS (scripts/build/main.ts).
        'node/no-top-level-await': 'error',
        'holdfast/key-owner': 'error',
        'holdfast/plain-copies': 'error',
        'holdfast/sql-owner': 'error',
      },
    },
    {
      files: ['src-main/domain/**', 'src-main/contract/**'],
      rules: {
        'holdfast/pure': 'error',
        'eslint/no-restricted-globals': ['error', ...noNetwork, ...noImpurity],
      },
    },
    {
      // Programs for a terminal: printing is their job.
      files: ['scripts/**'],
      rules: { 'eslint/no-console': 'off' },
    },
  ],
});
