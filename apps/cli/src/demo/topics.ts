import { BROADBAND } from './data/broadband.js';
import { MONEY } from './data/money.js';
import { NETWORK } from './data/network.js';
import { SERVICE } from './data/service.js';
import type { Topic } from './topic.js';

/** Every matter that customers of the demo come with. */
export const TOPICS: readonly Topic[] = [...NETWORK, ...BROADBAND, ...MONEY, ...SERVICE];
