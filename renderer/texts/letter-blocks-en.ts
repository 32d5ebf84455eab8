import type { letterBlocksDe } from './letter-blocks-de.ts'
import type { Translated } from './translated.ts'

/** Text blocks that templates share. */
export const letterBlocksEn: Translated<typeof letterBlocksDe> = {
  intro: 'What several templates say alike stands here once. A change counts for every template that uses the block; what has been released keeps its text.',
  count_one: '{{count}} text block', count_other: '{{count}} text blocks', none: 'No text block yet. What several templates say alike stands here, for instance the instruction on remedies. Make the first one with “New text block”.', new: 'New text block', back: 'Back', untitled: 'New text block',
  column: { title: 'Text block', usedBy: 'Used in', changed: 'Changed last' }, unused: 'no template',
  parts: 'Parts of the text block', part: { text: 'Text', preview: 'How it stands in the letter', versions: 'Versions' },
  title: 'Name of the text block', titleHint: 'This is how you choose it in a template; it does not stand in the letter.',
  save: 'Save the text block', saveHint: 'It counts at once in all templates that use it. A decision that waits for its release has to be proposed anew.', inUse: 'Templates use it. Take it out of them first.',
  missing_one: 'One thing has to be settled before it can be saved.', missing_other: '{{count}} things have to be settled before it can be saved.', inTemplate: 'In “{{template}}”: {{sentence}}',
  changedByOther: 'Somebody changed this text block while it was open here. Compare under “Versions” before you save.', leaveText: 'What you changed in the text block will be lost.',
  previewIn: 'In the template', previewOf: 'The letter in words, with an invented case', previewAlone: 'No template uses it yet: this is how it reads by itself.', table: 'Table in the letter',
  versionsHint: 'Compared with the text that stands above now. “Take again” puts the old text above; it is saved as a new version.',
  same: 'stands above', compare: 'Compare', compareNamed: 'Compare {{version}}', take: 'Take again', takeTitle: 'Take {{version}} again?',
  takeText: 'Above, the text of this version then stands instead of what stands there now. Only when you save the text block does it become a new version.',
  takeUsed_one: 'It then counts at once in the one template that uses it.', takeUsed_other: 'It then counts at once in the {{count}} templates that use it.', takeUnused: 'No template uses it yet.',
  takeNamed: 'Take {{version}} again',
  facsimile: {
    title: 'Picture of the signature (if wanted)', given: '{{width}} × {{height}} pixels. It counts as soon as the letterhead is saved; the preview shows how it stands in the letter.', none: 'None: the letter has the name, and says that it is valid without a signature.',
    wrong: 'That is no picture that can be used. Take a PNG or JPEG.', hint: 'PNG or JPEG, black or blue on white. It is made at most {{width}} × {{height}} points large and put on white.',
    choose: 'Choose a picture', other: 'Choose another picture', remove: 'Remove the picture',
  },
  insert: 'Insert a text block', instead: 'Take a text block', ownWords: 'Write it yourself', named: 'Text block “{{title}}”', open: 'Open the text block', openNamed: 'Open the text block: {{title}}',
}
