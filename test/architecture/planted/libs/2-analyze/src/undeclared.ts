// breaks: no-undeclared-dependencies
import semver from 'semver';

export const version: unknown = semver;
