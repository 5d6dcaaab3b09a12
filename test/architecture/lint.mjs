import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';

// Lints, in one go because each start costs seconds: everything in the working directory, and each of `texts` as if it were in `filePath`.
const { config, filePath, texts } = JSON.parse(await text(process.stdin));
const eslint = new ESLint({ cwd: process.cwd(), overrideConfigFile: config });
const house = await eslint.lintFiles(['.']);
const imagined = [];
for (const code of texts) imagined.push(...(await eslint.lintText(code, { filePath })));
console.log(JSON.stringify({ house, imagined }));
