import type { RevealedItem } from '@huiyin/privacy';
import type { ItemDetailDto } from './item.dto.js';

/** An item with what is masked in it in full. */
export function inFull(item: ItemDetailDto, revealed: RevealedItem): ItemDetailDto {
  const { subject, text, product, tags, attributes, customer, resolutions, deliveries, surveys, messages } = revealed;
  const decided = resolutions.findLast(({ cycle }) => cycle === item.resolution?.cycle);
  return {
    ...item,
    subject,
    text,
    product,
    tags: [...tags],
    attributes,
    customer: item.customer && { ...item.customer, ...customer },
    resolution: item.resolution && { ...item.resolution, ...decided },
    // Both are in the order in which they were made.
    deliveries: item.deliveries.map((each, index) => ({ ...each, body: deliveries[index]?.body ?? each.body })),
    messages: item.messages.map((each) => {
      return { ...each, text: messages.find(({ id }) => id === each.id)?.text ?? each.text };
    }),
    surveys: item.surveys.map((each) => {
      return { ...each, comment: surveys.find(({ cycle }) => cycle === each.cycle)?.comment ?? each.comment };
    }),
  };
}
