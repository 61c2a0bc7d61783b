/** How far the text commits itself to what it says. The first that fits, from the top, is the one. */
export const MODALITIES = ["negated", "requested", "conditional", "planned", "reported", "asserted"] as const;
export type Modality = (typeof MODALITIES)[number];
