// breaks: nothing
import { path } from '@huiyin/loop';

export const strip = path;
