/** `display-de.ts` has the same keys. */
export const displayEn = {
  title: 'Display in the waiting area',
  intro: 'Open this address on the screen in the waiting area. It shows the numbers that are called with their counter, how many wait and how long, but no names.',
  renewAsk: 'The screen in the waiting area will show no numbers any more until the new address is opened there.',
  address: 'Address', copy: 'Copy address',
  sound: 'For a new call to be heard, press “Ton einschalten” there once.',
}
