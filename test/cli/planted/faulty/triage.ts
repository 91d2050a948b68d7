import * as z from 'zod';

export const Triage = z.object({
  // fault: reasoning-field
  chain_of_thought: z.string().describe('Think first.'),
  // fault: enum-capitals
  priority: z.enum(['low', 'high', 'HIGH']).describe('How soon.'),
  // fault: undescribed
  team: z.enum(['billing', 'support']),
});
