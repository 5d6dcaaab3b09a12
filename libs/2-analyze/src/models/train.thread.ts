import { useDictionary, type Dictionary } from '../dictionary/dictionary.js';
import { inThread } from '../threads/thread.js';
import { train, type Lesson, type Trial } from './train.js';

inThread<{ lesson: Lesson; dictionary: Dictionary }, Trial>(({ lesson, dictionary }) => {
  useDictionary(dictionary);
  return train(lesson);
});
