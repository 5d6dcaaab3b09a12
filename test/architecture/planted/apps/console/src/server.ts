// breaks: console-sees-only-the-loop
import { bus } from '@huiyin/bus';

export const nosy = bus;
