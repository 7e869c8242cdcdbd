/** Characters of text in one call, and so the longest task a call makes on the window's thread. */
export const TEXT_SLICE = 1 << 18;
