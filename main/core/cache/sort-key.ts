/**
 * A text as German lists order it (DIN 5007-1): umlauts and other accents count as their base letter, ß as ss, case does
 * not count. SQLite knows bytes only, so the folded text is kept in a column of its own.
 */
export const sortKey = (text: string): string => text.toLowerCase().replaceAll('ß', 'ss').normalize('NFD').replaceAll(/\p{M}/gu, '')
