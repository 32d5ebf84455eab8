import type { ErrorCode } from '../../shared/errors.ts'
import type { ErrorSentences } from './errors-de.ts'

const ADMINISTRATION = 'Please contact your system administration and give them the code below.'

export const errorsEn = {
  'applications/not-found': { happened: 'This case does not exist here.', meaning: 'It was deleted, or it belongs to a department you do not work in.', todo: 'Search by its reference. If you lack a right, ask your team lead.' },
  'applications/already-claimed': { happened: 'The case is already taken: {{assignee}} works on it.', meaning: 'Your claim does not count; nothing about the case has changed.', todo: 'Take another case, or talk to each other: once it is put back you can claim it.' },
  'applications/not-assigned-to-you': { happened: 'You do not hold this case; it is held by: {{assignee}}.', meaning: 'Only the person who claimed a case can propose a decision, ask for what is missing, extend the deadline or put it back.', todo: 'Claim the case once it is free.' },
  'applications/wrong-status': { happened: 'The case stands at “{{status}}”.', meaning: 'This is not possible in that state.', todo: 'Look at the history to see what happened, and decide anew.' },
  'applications/reason-missing': { happened: 'The reason is missing.', meaning: 'A refusal, a return or an extension needs a reason that others understand.', todo: 'Write at least three characters into the reason field.' },
  'applications/own-proposal': { happened: 'You proposed this decision yourself or wrote part of it.', meaning: 'By the four-eyes principle another person releases it, also when standing in and with a second account.', todo: 'Ask another team lead to release it.' },
  'applications/proposal-changed': { happened: 'The proposal is no longer the one you saw.', meaning: 'It was changed, withdrawn or already settled. Your release or return does not count.', todo: 'Open the case, read how it stands now, and decide anew.' },
  'applications/clock-runs': { happened: 'The deadline runs already.', meaning: 'No reply is awaited any more. Somebody has taken the documents as complete, or the reply is there. Nothing was changed.', todo: 'Go on working. If something is still missing, ask for it.' },
  'applications/clock-stands': { happened: 'No deadline runs for this case right now.', meaning: 'It is on hold until the reply, or none is set. What does not run cannot be extended.', todo: 'If everything is there, choose “Documents complete”. After that you can extend the deadline.' },
  'applications/not-extendable': { happened: 'This deadline cannot be extended.', meaning: 'The law fixes it: the receipt of a notice of business has to be confirmed within three days (§ 15 GewO).', todo: 'Confirm the receipt before the deadline. If something is missing, ask for it.' },
  'applications/extended-before': { happened: 'The deadline was already extended on {{at, day}}.', meaning: 'A deadline may be extended only once. Nothing was changed.', todo: 'Decide before the deadline. If something is missing, ask for it.' },
  'applications/extension-too-late': { happened: 'The deadline already passed on {{due, day}}.', meaning: 'It can be extended only while it runs. Nothing was changed, the citizen has learned nothing.', todo: 'Decide as soon as possible. Clarify with your team lead what the passing of the deadline brings about.' },
  'applications/extension-not-later': { happened: 'The new day does not lie after {{due, day}}.', meaning: 'To extend means: to a later day. Nothing was changed.', todo: 'Take a day after {{due, day}}.' },

  'messages/empty': { happened: 'The message is empty.', meaning: 'Nothing was sent.', todo: 'Write a text and send again.' },
  'messages/not-found': { happened: 'This message no longer exists.', meaning: 'It was deleted or belongs to a case you may not see.', todo: 'Open the case again.' },

  'intake/unknown-service': { happened: 'The town does not offer this service.', meaning: 'The application was not accepted.', todo: 'Check the identifier of the service.' },
  'intake/wrong-form-version': { happened: 'The form is out of date.', meaning: 'The application was not accepted because there is a newer version.', todo: 'Load the form again and fill it in once more.' },
  'intake/invalid-form': { happened: 'Answers in the form are missing or do not fit.', meaning: 'The application was not accepted.', todo: 'Correct the answers named.' },
  'intake/attachment-too-large': { happened: 'An attachment is too large.', meaning: 'The application was not accepted. Allowed are 25 MB a file and 100 MB in total.', todo: 'Make the file smaller or split it.' },
  'intake/attachment-forbidden': { happened: 'This kind of file is not allowed.', meaning: 'The application was not accepted. Allowed are PDF, images and plain text.', todo: 'Convert the file to PDF.' },
  'intake/attachment-broken': { happened: 'An attachment is damaged or not what its name says.', meaning: 'The application was not accepted.', todo: 'Open the file, save it anew and attach it again.' },
  'intake/too-many-attachments': { happened: 'There are too many attachments.', meaning: 'The application was not accepted. Allowed are 20.', todo: 'Combine files.' },
  'intake/key-reused': { happened: 'Another application was already submitted under this key.', meaning: 'The new application was not accepted; the earlier one stays.', todo: 'Submit it with a new key.' },

  'commands/unknown': { happened: 'The central service does not know this change.', meaning: 'Program and service do not fit together. Your input is saved here but not carried out.', todo: 'Copy your text. Update the program and try again then.' },
  'commands/outdated-version': { happened: 'This change comes from an older version of the program.', meaning: 'It is saved here but not carried out.', todo: 'Update the program and then apply the change again.' },
  'commands/invalid-input': { happened: 'The input does not fit this change.', meaning: 'Nothing was changed.', todo: 'Check your input. If the message comes back, give the code below to your system administration.' },
  'commands/mismatch': { happened: 'The service already holds another change under the same identifier.', meaning: 'This should never happen. Your change was not carried out and will not be sent again.', todo: ADMINISTRATION },
  'commands/record-missing': { happened: 'The case of this change no longer exists for you.', meaning: 'It was deleted or moved to another department. Your change was not carried out.', todo: 'Copy your text if you still need it, and take note.' },
  'commands/changed-meanwhile': { happened: 'Somebody else changed the case in the meantime.', meaning: 'So that nobody overwrites what they have not seen, your change was not carried out.', todo: 'Compare below what has changed. If your change still fits, apply it again.' },
  'commands/blocked': { happened: 'This change builds on another one that was not accepted.', meaning: 'It was therefore not tried at all.', todo: 'Settle the other change first. Then you can apply this one again.' },
  'commands/not-allowed': { happened: 'You do not have the right to do this.', meaning: 'Nothing was changed.', todo: 'Ask a person with this right, or your team lead.' },
  'commands/online-only': { happened: 'This needs a connection.', meaning: 'Nothing was changed and nothing was reserved.', todo: 'Try again once the network is back.' },

  'session/signed-out': { happened: 'You are signed out.', meaning: 'What you saved is safe on this desk.', todo: 'Sign in.' },
  'session/expired': { happened: 'Your sign-in has expired.', meaning: 'What you saved is safe on this desk and is transferred after you sign in.', todo: 'Sign in again.' },
  'session/unknown-account': { happened: 'This account has no access in this town.', meaning: 'The sign-in worked, but the account is not registered here or no longer active.', todo: 'Sign in with your work account, or ask the system administration for access.' },
  'session/locked': { happened: 'The desk is locked.', meaning: 'Nothing can be read or changed.', todo: 'Unlock it with your PIN, or sign in.' },
  'session/wrong-pin': { happened: 'The PIN is wrong.', meaning: 'After five wrong entries only signing in is possible.', todo: 'Try again, or sign in.' },
  'session/pin-too-simple': { happened: 'This PIN is too easy to guess.', meaning: 'It was not saved.', todo: 'Use at least 6 characters, no repetitions and no series such as 123456.' },
  'session/no-offline-unlock': { happened: 'This desk cannot be opened without a network right now.', meaning: 'It takes a PIN, and at most 24 hours since the last sign-in.', todo: 'Restore the connection and sign in.' },
  'session/sign-in-failed': { happened: 'The sign-in did not work.', meaning: 'The sign-in service did not answer, or the sign-in was cancelled.', todo: 'Check the connection and try again.' },

  'sync/scope-forbidden': { happened: 'You no longer have the right to one area.', meaning: 'Its cases are removed from this desk.', todo: 'If this is a mistake, ask your team lead.' },
  'sync/cursor-too-old': { happened: 'This desk has not been connected for a long time.', meaning: 'The cases are loaded once more. Your own changes are kept.', todo: 'You need not do anything.' },
  'sync/service-away': { happened: 'The central service cannot be reached.', meaning: 'You can go on working. Your changes are saved here and transferred later.', todo: 'You need not do anything. If it lasts, check the network.' },
  'sync/client-too-old': { happened: 'This program is too old for the central service.', meaning: 'Nothing is transferred any more. What you saved stays safe here.', todo: 'Update the program. Everything is transferred then.' },
  'sync/mass-delete-stopped': { happened: 'The central service wanted to remove very many cases at once.', meaning: 'This was stopped for safety. You see the state from before.', todo: ADMINISTRATION },
  'sync/damaged-reply': { happened: 'A reply of the central service was incomplete.', meaning: 'It was not accepted and is asked for again.', todo: 'You need not do anything. If the message stays, tell the system administration.' },

  'storage/disk-full': { happened: 'The disk of this computer is full.', meaning: 'Your last input was not saved. Everything before is safe.', todo: 'Make room on the disk and save again.' },
  'storage/unreadable': { happened: 'The data on this computer is damaged.', meaning: 'It was put aside and not deleted. The cases are loaded again.', todo: ADMINISTRATION },
  'storage/newer-database': { happened: 'The data comes from a newer version of the program.', meaning: 'It was not touched.', todo: 'Update the program.' },
  'storage/in-use': { happened: 'Rathaus Desk is already running on this computer.', meaning: 'Two programs must not use the same data.', todo: 'Go to the open window, or close it and try again.' },
  'keychain/locked': { happened: 'The keychain of your computer is locked.', meaning: 'Without it the data cannot be opened.', todo: 'Unlock the keychain and try again.' },
  'keychain/missing': { happened: 'This computer has no keychain.', meaning: 'Without it no real data may be saved; only the demo starts.', todo: 'Ask the system administration to set the keychain up.' },
  'keychain/key-lost': { happened: 'The key to the data is gone.', meaning: 'The former data stays unreadable. The cases are loaded again; only the system administration can recover changes not yet transferred.', todo: ADMINISTRATION },

  'blobs/not-found': { happened: 'This file does not exist.', meaning: 'It was removed, or you may not see it.', todo: 'Open the case again.' },
  'blobs/hash-differs': { happened: 'The file was altered on its way.', meaning: 'It was not accepted.', todo: 'Try again. If the message stays, tell the system administration.' },
  'blobs/too-large': { happened: 'The file is too large.', meaning: 'Allowed are 25 MB.', todo: 'Make the file smaller or split it.' },
  'blobs/not-here-yet': { happened: 'The file is not on this desk yet.', meaning: 'It cannot be fetched without a connection.', todo: 'Try again once the network is back.' },

  'request/invalid': { happened: 'The request could not be understood.', meaning: 'Nothing was changed.', todo: 'Try again. If the message stays, give the code below to your system administration.' },
  'request/too-large': { happened: 'The request was too large.', meaning: 'Nothing was changed.', todo: 'Shorten the text or split it.' },
  'request/too-many': { happened: 'There were too many requests in a short time.', meaning: 'This one was not carried out.', todo: 'Wait a moment and try again.' },
  'request/not-found': { happened: 'What you look for does not exist.', meaning: 'The address is wrong or out of date.', todo: 'Go back to the list.' },
  'request/unexpected': { happened: 'An error occurred in the program.', meaning: 'This change was not saved. Everything before is safe.', todo: 'Try again. If the message stays, give the code below to your system administration.' },

  'start/port-in-use': { happened: 'The port the program needs is taken.', meaning: 'The program could not start.', todo: 'End the other program, or choose another port at start.' },
  'start/settings-invalid': { happened: 'The settings are incomplete.', meaning: 'The program could not start.', todo: 'Correct the settings named.' },
} satisfies Readonly<Record<ErrorCode, ErrorSentences>>
