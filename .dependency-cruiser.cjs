/**
 * The import rules of the house. Every rule is broken on purpose in test/architecture/planted/, and
 * test/architecture/import-rules.spec.ts expects each of them to fire there, and none in the real tree.
 */
const FRAMEWORKS = '(^|/)node_modules/(@nestjs/|@types/pg/|typeorm/|pg/|pg-[^/]+/|rxjs/)';
const KNOWS_FRAMEWORKS = '[.](module|handler|store|entity|controller|adapter)[.]ts$';
/** Lets Node run the sources as they are; for scripts and tests. */
const TYPESCRIPT_LOADER = '^libs/testing/src/typescript[.]mjs$';
const SPEC = '[.](spec|e2e-spec)[.]ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'loop-imports-nothing',
      comment: 'libs/0-loop is read by everything, the console included: it stands alone.',
      severity: 'error',
      from: { path: '^libs/0-loop/', pathNot: SPEC },
      to: { pathNot: '^libs/0-loop/' },
    },
    {
      name: 'client-imports-nothing',
      comment: 'libs/client is taken away and used elsewhere: it stands alone, without any package and without Node.',
      severity: 'error',
      from: { path: '^libs/client/' },
      to: { pathNot: '^libs/client/' },
    },
    {
      name: 'stages-never-import-each-other',
      comment: 'The bus is the only road from stage to stage. Give an outcome instead.',
      severity: 'error',
      from: { path: '^(libs/[1-9]-[^/]+)/' },
      to: { path: '^libs/[1-9]-', pathNot: '^$1/' },
    },
    {
      name: 'thinking-knows-no-framework',
      comment: 'Only *.module|handler|store|entity|controller|adapter.ts know Nest, TypeORM, pg or rxjs.',
      severity: 'error',
      from: { path: '^libs/[1-9]-', pathNot: [KNOWS_FRAMEWORKS, SPEC, '/adapters/', '/src/index[.]ts$'] },
      to: { path: FRAMEWORKS },
    },
    {
      name: 'libs-only-through-index',
      comment: 'What a library shows is in its index.ts; everything else may change without asking.',
      severity: 'error',
      from: { path: '^(libs/[^/]+|[^/]+)/' },
      to: { path: '^libs/', pathNot: ['^$1/', '^libs/[^/]+/src/index[.]ts$', TYPESCRIPT_LOADER] },
    },
    {
      name: 'libs-only-by-alias',
      comment: 'Write @huiyin/x: folders may move, names do not.',
      severity: 'error',
      from: { path: '^(libs/[^/]+|[^/]+)/' },
      to: { path: '^libs/', pathNot: ['^$1/', TYPESCRIPT_LOADER], dependencyTypesNot: ['aliased-tsconfig-paths'] },
    },
    {
      name: 'libs-never-import-apps',
      comment: 'An app is made of libraries, never the other way round.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that import each other are one idea in two places, and in ESM they may crash at start.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'console-sees-only-the-loop',
      comment: 'The console knows the loop and the client generated from OpenAPI, nothing of the server.',
      severity: 'error',
      from: { path: '^apps/console/' },
      to: { path: '^(apps|libs|migrations|test)/', pathNot: ['^apps/console/', '^libs/(0-loop|client)/'] },
    },
    {
      name: 'no-test-helpers-in-production',
      comment: 'What runs at an operator does not lean on what only tests need.',
      severity: 'error',
      from: { path: '^(apps|libs|migrations)/', pathNot: [SPEC, '^libs/testing/'] },
      to: { path: ['^libs/testing/', '^test/', SPEC] },
    },
    {
      name: 'no-dev-dependencies-in-production',
      comment:
        'It would not be there after npm ci --omit=dev. Types are erased and may stay; the console takes along what it needs.',
      severity: 'error',
      from: { path: '^(apps|libs|migrations)/', pathNot: [SPEC, '^libs/testing/', '^apps/console/'] },
      to: { dependencyTypes: ['npm-dev'], pathNot: '(^|/)node_modules/@types/' },
    },
    {
      name: 'no-undeclared-dependencies',
      comment: 'It is there by luck, through another package. Add it to package.json.',
      severity: 'error',
      from: { path: '^(apps|libs|migrations|test|scripts)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-unresolvable',
      comment:
        'A rule cannot judge an import that leads nowhere. Only what starts the build may name what the build makes.',
      severity: 'error',
      from: { pathNot: '^scripts/[^/]+[.]mjs$' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: '(^|/)node_modules/' },
    // Only our own output: much of what is in node_modules lies in a folder named dist.
    exclude: { path: '^(dist|coverage|test/architecture/planted)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
