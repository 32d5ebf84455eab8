/** How often the screen asks, and how long it waits for an answer, in milliseconds. */
export const DISPLAY_ASKS_EVERY_MS = 2_000
const ANSWER_WITHIN_MS = 6_000

/** What the screen in the lobby does by itself: ask again, say and sound a new call, and tell since when it has no connection. */
export const DISPLAY_SCRIPT = `'use strict'
const board = document.getElementById('board')
const lost = document.getElementById('lost')
const said = document.getElementById('said')
const sound = document.getElementById('sound')
let audio
let isHeard = false
let text = ''
let { newest, at: shownAt } = board.firstElementChild.dataset

sound.hidden = false
sound.addEventListener('click', () => {
  isHeard = !isHeard
  sound.textContent = isHeard ? 'Ton ausschalten' : 'Ton einschalten'
  if (isHeard) ring()
})

function ring() {
  audio ??= new AudioContext()
  void audio.resume()
  for (const [index, frequency] of [660, 880].entries()) tone(frequency, audio.currentTime + index * 0.28)
}

function tone(frequency, at) {
  const oscillator = audio.createOscillator()
  const volume = audio.createGain()
  oscillator.frequency.value = frequency
  volume.gain.setValueAtTime(0.0001, at)
  volume.gain.exponentialRampToValueAtTime(0.5, at + 0.03)
  volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.6)
  oscillator.connect(volume).connect(audio.destination)
  oscillator.start(at)
  oscillator.stop(at + 0.65)
}

function show(answer) {
  lost.hidden = true
  if (answer === text) return
  text = answer
  board.innerHTML = answer
  const { newest: called, say, at } = board.firstElementChild.dataset
  shownAt = at
  if (called === newest) return
  newest = called
  if (!called) return
  board.querySelector('.newest').classList.add('is-new')
  said.textContent = say
  if (isHeard) ring()
}

function gone() {
  text = ''
  board.textContent = ''
  lost.textContent = 'Diese Adresse gilt nicht mehr. Bitte öffnen Sie die neue.'
  lost.hidden = false
}

async function ask() {
  try {
    const reply = await fetch(document.body.dataset.board, { cache: 'no-store', signal: AbortSignal.timeout(${ANSWER_WITHIN_MS}) })
    if (reply.status === 404) gone()
    else if (reply.ok) show(await reply.text())
    else throw new Error(String(reply.status))
  } catch {
    if (lost.hidden) lost.textContent = 'Keine Verbindung seit ' + shownAt + ' Uhr. Neue Aufrufe erscheinen hier nicht.'
    lost.hidden = false
  }
  setTimeout(ask, ${DISPLAY_ASKS_EVERY_MS})
}

setTimeout(ask, ${DISPLAY_ASKS_EVERY_MS})
`
