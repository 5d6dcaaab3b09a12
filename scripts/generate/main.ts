import { readFile, writeFile } from 'node:fs/promises';
import { GENERATED } from './generated.js';

// Writes every generated file anew. With --check it writes nothing, and names those that are not what it would have written.
const checking = process.argv.includes('--check');
for (const [file, write] of Object.entries(GENERATED)) {
  const path = new URL(`../../${file}`, import.meta.url);
  const text = await write();
  if (!checking) {
    await writeFile(path, text);
    console.log(`${file} written`);
  } else if ((await readFile(path, 'utf8').catch(() => '')) === text) {
    console.log(`${file} up to date`);
  } else {
    console.log(`${file} differs: run npm run generate`);
    process.exitCode = 1;
  }
}
console.log(`${Object.keys(GENERATED).length} files`);
