/** The upper half of the letters of DOS in Western Europe, from 0x80 on (IBM code page 850). */
const UPPER_HALF = [
  'ÇüéâäàåçêëèïîìÄÅ',
  'ÉæÆôöòûùÿÖÜø£Ø×ƒ',
  'áíóúñÑªº¿®¬½¼¡«»',
  '░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐',
  '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤',
  'ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀',
  'ÓßÔÒõÕµþÞÚÛÙýÝ¯´',
  '\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0',
].join('')

/** Text of DOS programs; every byte is a letter. */
export function decodeCp850(bytes: Uint8Array): string {
  const letters: string[] = []
  for (const byte of bytes) letters.push(byte < 0x80 ? String.fromCharCode(byte) : UPPER_HALF.charAt(byte - 0x80))
  return letters.join('')
}
