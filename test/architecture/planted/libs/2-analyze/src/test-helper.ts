// breaks: no-test-helpers-in-production
import { fake } from '@huiyin/testing';

export const real = fake;
