/** A text that a program took for Windows-1252 though it was UTF-8 (`MÃ¼ller`, `â‚¬`), or with letters that were lost. */
export const GARBLED = /Ã[\u0080-\u00BF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013-\u2122]|â‚¬|â€[\u0080-\u2122]|\uFFFD/u

/** The letters our font has and envelopes may bear: Latin of Europe, Greek, Cyrillic, and the signs that stand between. */
const SETTABLE =
  /^[\u0020-\u007E\u00A0-\u0181\u0192\u01A0\u01A1\u01AF\u01B0\u01CD-\u01DC\u01E6\u01E7\u0218-\u021B\u0386\u0388-\u038A\u038C\u038E-\u03A1\u03A3-\u03CE\u0400-\u045F\u1E9E-\u1EF9\u2010-\u2015\u2018-\u201E\u2020-\u2022\u2026\u2030\u2039\u203A\u20AC\u2116\u2122\u2212]*$/u

/** What hides between letters: soft hyphens, joiners, marks of direction and byte order. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/gu

/** A text as it is printed: letters in one piece, single blanks, nothing invisible. */
export const tidied = (text: string): string => text.normalize('NFC').replaceAll(INVISIBLE, '').replaceAll(/\s+/gu, ' ').trim()

/** The first letter that cannot be set, null where all can. */
export const unsettable = (text: string): string | null => (SETTABLE.test(text) ? null : (Array.from(text).find(letter => !SETTABLE.test(letter)) ?? null))
