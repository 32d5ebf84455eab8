/** The page on which a town is set up; `town-setup-de.ts` has the same keys. */
export const townSetupEn = {
  intro: 'What the town needs before citizens come. Every step is saved as soon as it is done; you can leave at any time and go on later.',
  allDone: 'Everything important is set up', progress_one: 'One more step', progress_other: '{{count}} more steps',
  done: 'done', open: 'to do', go: 'Go to the page',
  steps: { branding: 'Crest and colour', departments: 'Departments', letterheads: 'Letterheads', people: 'People', services: 'Services' },
  about: {
    branding: 'So that citizens see that they are with their town.',
    departments: '{{departments}} there. Whoever looks after the service adds departments and accounts when the town is set up.',
    letterheads: '{{withLetterhead}} of {{departments}} departments have a letterhead. Without one no letters go out.',
    people: '{{accounts}} accounts are switched on.',
    services: '{{services}} services are offered.',
  },
  colour: 'Colour of the town', colourHint: 'As a number, for example #0b4f8a. It has to be dark enough to be read on white.', choose: 'Or pick one',
  noColour: 'Write the colour with # and six digits or letters from a to f.', tooLight: 'Words in this colour would be hard to read on white. Take a darker one.',
  crest: 'Crest', crestHint: 'An SVG file of shapes and colours, or a PNG of up to 2000 × 2000 pixels. What the file says about author and place is removed.',
  chooseCrest: 'Choose a file', otherCrest: 'Choose another', removeCrest: 'Remove', crestOf: 'Crest of {{name}}',
  preview: 'This is what the head of the pages looks like', sample: 'A link', save: 'Save', saved: 'Crest and colour are saved.',
}
