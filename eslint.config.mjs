import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Limits, not targets: a file is one idea, a function one thought. */
const limits = {
  'max-lines': ['error', { max: 250 }],
  'max-lines-per-function': ['error', { max: 50 }],
  'max-params': ['error', { max: 4 }],
};

/** Slips that the compiler lets pass. */
const slips = {
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-constant-binary-expression': 'error',
  'no-constant-condition': ['error', { checkLoops: 'allExceptWhileTrue' }],
  'no-self-compare': 'error',
  'no-template-curly-in-string': 'error',
  'no-unsafe-finally': 'error',
  'no-useless-catch': 'error',
  'prefer-const': 'error',
};

const environment = {
  'no-restricted-properties': [
    'error',
    { object: 'process', property: 'env', message: 'Settings are declared and read in @huiyin/config.' },
  ],
  'no-restricted-imports': [
    'error',
    {
      paths: ['process', 'node:process'].map((name) => ({
        name,
        importNames: ['env'],
        message: 'Settings are declared and read in @huiyin/config.',
      })),
    },
  ],
};

const clock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Time is taken in SQL by loop_now(), or from the Clock of @huiyin/loop.',
  },
  {
    selector: "CallExpression[callee.name='Date']",
    message: 'Time is taken in SQL by loop_now(), or from the Clock of @huiyin/loop.',
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'Time is taken in SQL by loop_now(), or from the Clock of @huiyin/loop.',
  },
];

const typeChecked = {
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: true },
  ],
  '@typescript-eslint/no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
  ],
  // A port is asynchronous also where one of its implementations has nothing to wait for.
  '@typescript-eslint/require-await': 'off',
  // Would turn the classes that Nest injects into type imports, and their tokens would be gone.
  '@typescript-eslint/consistent-type-imports': 'off',
};

const globals = Object.fromEntries(
  [
    'AbortController',
    'AbortSignal',
    'Buffer',
    'URL',
    'URLSearchParams',
    'clearInterval',
    'clearTimeout',
    'console',
    'fetch',
    'performance',
    'process',
    'setImmediate',
    'setInterval',
    'setTimeout',
    'structuredClone',
  ].map((name) => [name, 'readonly']),
);

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'coverage/',
      'node_modules/',
      '.huiyin/',
      'test/architecture/planted/',
      'libs/client/src/schema.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' }, rules: { ...slips, ...limits } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: typeChecked,
  },
  {
    files: ['**/*.{mjs,cjs}'],
    languageOptions: { globals: { ...globals, module: 'writable', require: 'readonly' } },
    rules: { 'no-undef': 'error', 'no-unused-vars': ['error', { argsIgnorePattern: '^_' }] },
  },
  {
    files: ['apps/console/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest']],
    // A screen is its own outline; the parts of it are functions of their own.
    rules: {
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true }],
      'no-restricted-syntax': [
        'error',
        {
          selector: "JSXAttribute[name.name='autoSize']",
          message:
            'It measures with a style attribute, which the policy of the page refuses. Give rows; it grows by itself.',
        },
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: 'Text is text: no HTML from anybody is ever rendered.',
        },
      ],
    },
  },
  // docs/examples are the programs of other people.
  { files: ['**/*.{ts,mjs}'], ignores: ['libs/config/**', 'docs/examples/**'], rules: environment },
  { files: ['libs/[0-9]-*/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...clock] } },
  {
    // A `describe` is a chapter, not a function.
    files: ['**/*.{spec,e2e-spec}.ts', 'test/**', 'libs/testing/**'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // SQL and word lists: long because the thing itself is long.
    files: ['migrations/**', '**/*.data.ts', '**/data/**'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
);
