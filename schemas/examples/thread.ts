import { z } from 'zod';

export const Comment = z.object({
  author: z.string(),
  text: z.string(),
  likes: z.int().nonnegative(),
  get replies() {
    return z.array(Comment);
  },
});

export const answers = [
  '{"root":1,"nodes":[{"id":1,"author":"ana","text":"Shipping today?","likes":3,"replies":[2,3]},{"id":2,"author":"bo","text":"After the review.","likes":1,"replies":[4]},{"id":3,"author":"cy","text":"Tomorrow is fine too.","likes":0,"replies":[]},{"id":4,"author":"ana","text":"On it.","likes":2,"replies":[]}]}',
  '{"root":7,"nodes":[{"id":7,"author":"dee","text":"First!","likes":0,"replies":[]}]}',
];
