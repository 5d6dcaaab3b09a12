// breaks: nothing
import { collect } from '@huiyin/collect';

export const main = collect;
