import { readFileSync, readdirSync, readlinkSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** Cleans up the folder given when the process that started this one lets go of it or dies (see temporary-folder.ts). */
const folder = realpathSync(process.argv[2]);
process.once('disconnect', () => void cleanUp());

async function cleanUp() {
  for (;;) {
    const left = inhabitants();
    for (const pid of left) kill(pid);
    if (left.length === 0) break;
    await pause(20);
  }
  await rm(folder, { recursive: true, force: true });
}

function inhabitants() {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && Number(pid) !== process.pid && livesHere(pid));
}

function livesHere(pid) {
  try {
    const within = `${readlinkSync(`/proc/${pid}/cwd`)}/`.startsWith(`${folder}/`);
    return within || readFileSync(`/proc/${pid}/environ`, 'utf8').includes(folder);
  } catch {
    return false;
  }
}

function kill(pid) {
  try {
    process.kill(Number(pid), 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}
