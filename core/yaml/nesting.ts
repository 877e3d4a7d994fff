/** Deeper texts overflow the stack of Digdag's Java; what walks our tree may recurse without fear. */
export const deepestNesting = 1200;
