import { understand, warmUp, type Understanding, type Words } from '../analyze.js';
import type { Models } from '../models/linear-model.js';
import { useDictionary } from '../dictionary/dictionary.js';
import { serveSlices } from './slice-thread.js';
import type { Knowledge } from './text-mind.js';

let models: Models = {};

serveSlices<Knowledge, Words, Understanding>({
  know(knowledge) {
    useDictionary(knowledge.dictionary);
    models = knowledge.models;
  },
  prepare: warmUp,
  work(words) {
    try {
      return understand(words, models);
    } catch {
      // A model that breaks on a text is no reason to know nothing of it.
      return understand(words);
    }
  },
});
