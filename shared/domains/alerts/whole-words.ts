/** Finds these words as such, however they are written, and never a part of a longer one: half a word that is replaced is none. */
export const wholeWords = (words: string): RegExp => new RegExp(`(?<!\\p{L})${words.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`)}(?!\\p{L})`, 'giu')
