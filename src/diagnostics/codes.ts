/*
 * Every code that Galley reports, with what it says in a sentence. Codes are permanent: scripts and
 * searches rely on them. `README.md` beside this file explains each, with an example; the rules of
 * `galley check` have `docs/checks.md`.
 */

/** The codes of problems in what an author wrote: data, prose, pictures, templates. */
export const diagnosticCodes = {
  // Reading a file: config, issue, tokens.json
  'unreadable-source': "The file can't be read.",
  'source-too-large': 'The file is larger than any issue.',
  'source-outside-workspace': 'The file is a link that leads out of the workspace.',
  'unknown-source-format': "Files of this ending can't be read.",
  'invalid-utf8': 'The file is not UTF-8.',
  'empty-source': 'The file holds no data.',
  'source-not-an-object': 'The file holds something other than keys with values.',
  'syntax-error': "The file breaks its format's rules.",
  'suspicious-source': 'The file can be read, but something in it is likely a mistake.',
  'nested-too-deeply': 'Lists, objects or quotes are nested deeper than can be read.',
  'circular-value': 'A list or object stands inside itself.',
  'too-many-values': 'The file gives more values than can be read.',
  'duplicate-key': 'A key is there twice.',
  'forbidden-key': 'A key has a meaning of its own in JavaScript.',

  // Reading YAML
  'several-documents': 'The file holds a second YAML document.',
  'invalid-key': 'A list or map stands where a key should be.',
  'invalid-merge-key': 'The key `<<` is given something that is no map.',
  'unknown-alias': 'An alias names an anchor that is not there.',

  // Reading TypeScript
  'missing-default-export': 'The file has no default export.',
  'unresolved-import': 'An import leads nowhere.',
  'source-throws': 'The file stopped with an error of its own.',
  'source-timeout': 'The file ran too long and was stopped.',
  'uncompilable-source': 'The compiler broke off.',

  // Keys and values
  'unknown-key': 'There is no such key here.',
  'missing-key': 'A key that must be there is not.',
  'invalid-type': 'A value is of another type than its key needs.',
  'invalid-value': 'A value is none of those that its key can have.',
  'unknown-kind': 'There is no section or block of this kind.',
  'blank-text': 'A text is empty, or nothing of it can be seen.',
  'text-too-long': 'A text is too long for the header of a mail.',
  'empty-list': 'A list that needs an entry has none.',
  'number-too-small': 'A number is below its smallest value.',
  'number-too-large': 'A number is above its largest value.',
  'line-break': 'A text that is one line has a line break.',
  'unsafe-character': 'A text has an invisible character that would not arrive safely.',
  'invalid-date': 'A date is no calendar date.',
  'invalid-url': 'A link is no complete address that a reader may follow.',
  'invalid-image-source': "A picture's source is neither a path nor an address on the web.",
  'invalid-mail-address': 'A value is not one plain mail address.',
  'look-alike-host': 'A link leads to a host whose letters look like others.',

  // The config
  'invalid-language-tag': 'The language is no language tag.',
  'invalid-list-id': 'The list id is not like a domain.',
  'invalid-merge-tag': "The merge tag can't stand in a link.",
  'unknown-theme': 'There is no such theme.',
  'unknown-token': 'The theme has no such design token.',
  'invalid-token': 'A design token holds a character that would end the place it is filled into.',
  'invalid-colour': 'A colour is not written with six digits.',

  // An issue as a whole
  'invalid-slug': "The file's name can't be an issue's slug.",
  'duplicate-slug': 'Two sources claim the same issue.',
  'missing-section': 'The issue has no intro or no sign-off.',
  'surplus-section': 'The issue has a second intro or sign-off.',
  'misplaced-section': 'The intro is not the first section, or the sign-off not the last.',

  // Markdown
  'missing-alt': 'A picture has no alternative text.',
  'unclosed-fence': 'A block of code is never closed.',
  'unsupported-table': 'A table is written in Markdown, which has none here.',
  'unknown-footnote': 'A footnote is used but not defined.',
  'unused-footnote': 'A footnote is defined but not used.',
  'duplicate-footnote': 'A footnote is defined twice.',
  'unknown-code-language': 'There is no highlighting for this language.',

  // Pictures
  'missing-image': 'There is no such picture beside the issue.',
  'image-outside-workspace': 'The picture lies outside the workspace.',
  'image-not-a-file': 'The source of a picture is a folder.',
  'unreadable-image': "The picture can't be read.",
  'empty-image': 'The picture is an empty file.',
  'image-too-large': 'The picture has more bytes than a mail can carry.',
  'unsupported-image': 'The picture is neither PNG, JPEG nor GIF.',
  'damaged-image': 'The picture is damaged or was cut short.',
  'image-without-pixels': 'The picture has no width or no height.',
  'too-many-pixels': 'The picture is too large for a mail client to open.',
  'tracking-pixel': 'The picture is a single pixel.',

  // Templates: tags
  'template-syntax': 'A tag is not complete, or not closed.',
  'unsupported-handlebars': 'This part of Handlebars is not for templates here.',
  'unknown-value': 'The data has no such value here.',
  'absent-value': 'A path goes through a value that may be absent.',
  'unprintable-value': "A value that can't be printed is printed.",
  'not-a-list': '`{{#each}}` goes through something that is no list.',
  'no-fields': '`{{#with}}` goes into a value that has no fields.',
  'unknown-helper': 'There is no such block or helper.',
  'unknown-partial': 'There is no such template to include.',
  'recursive-partial': 'A template includes itself.',
  'unused-template': 'No template includes this one.',
  'unsafe-html': 'A text is printed as if it were HTML.',
  'escaped-html': 'HTML is printed as if it were text.',
  'html-in-text': 'HTML is printed into the plain text.',

  // Templates: MJML
  'invalid-mjml': 'MJML refuses this element or attribute.',
  'unsupported-mjml': 'This part of MJML is not for templates here.',
  'unknown-element': 'MJML has no such element.',
  'misplaced-element': 'An element stands inside one that holds HTML.',
  'unclosed-element': 'An element is never closed.',
  'unclosed-tag': 'A tag is not complete.',
  'stray-end-tag': "An end tag closes an element that isn't open.",
  'stray-text': 'Text or a value stands between elements.',
  'tag-in-comment': 'A tag of the template stands inside an HTML comment.',
  'unquoted-attribute': 'Data stands in a tag outside quotation marks.',
  'crossing-block': 'A block opens in one element and closes in another.',
  'layout-from-data': 'MJML would have to lay out from data, before there is any.',
} as const;

/**
 * The rules of `galley check`: what an author would regret having sent. `docs/checks.md` explains
 * each, with examples.
 */
export const ruleCodes = {
  // Inbox
  'subject-length': 'The subject is longer than an inbox shows.',
  'false-reply': 'The subject pretends to be an answer or a forwarded mail.',
  'shouted-subject': 'The subject is all in capitals.',
  'repeated-preheader': 'The preheader says what the subject says already.',
  'preheader-length': 'The preheader is shorter or longer than its place in the inbox.',
  'reply-domain': "Answers go to another domain than the sender's.",

  // Words
  leftover: 'A note to yourself, or filler text, stands in the letter.',
  'unfilled-placeholder': 'A placeholder was never filled in.',
  'doubled-word': 'A word is there twice in a row.',
  'article-slip': "Two articles stand together, or one that doesn't fit.",
  'weak-link-text': 'The text of a link does not say where it leads.',
  'dangling-colon': 'A colon introduces nothing.',
  'mixed-quotes': 'Straight and curly quotes stand side by side.',
  'broken-emoji': 'An emoji has lost a part of itself.',
  'long-paragraph': 'A paragraph is longer than readers of mail like.',
  'trailing-space': 'Spaces at the end of a line that nobody sees.',

  // Links
  'duplicate-link': 'An address is linked twice in the issue.',
  'link-shared-before': 'An address was already in an earlier issue.',
  'tracking-parameter': 'An address carries parameters that only track who follows it.',
  'insecure-link': 'An address begins with http.',
  'short-link': 'An address goes through a shortener.',
  'bare-domain': 'An address in the prose is no link, since its scheme is missing.',
  'dead-link': 'There is nothing at an address.',
  'unreachable-link': 'An address gave no answer that tells whether it works.',
  'moved-link': 'An address leads on to another.',

  // Sponsor
  'sponsor-label': 'The label of a sponsor does not say that it is paid for.',
  'sponsor-count': 'There are more sponsors than the config allows.',
  'sponsor-first': 'A sponsor stands before anything that was written for the reader.',
  'sponsor-link-elsewhere': 'A link to a sponsor stands outside its section.',

  // Reader's access
  'alt-text': 'The text of a picture does not say what it shows.',
  contrast: 'A colour of the theme is hard to read on what is behind it.',
  'heading-order': 'A heading skips a level.',
  'link-by-colour': 'A link among other words is told apart by its colour only.',
  'emoji-link': 'A link has no words, only an emoji.',

  // Clients
  'css-support': 'Some mail programs do not know a part of the CSS.',
  'html-support': 'Some mail programs do not know a part of the HTML.',
  'image-format': 'Some mail programs do not show pictures of this format.',
  'style-limit': 'Gmail takes the style sheets out.',
  'mail-size': 'The HTML is near the size at which Gmail cuts it off, or over it.',

  // Message
  'heavy-picture': 'A picture has more bytes than a phone loads quickly.',
  'heavy-message': 'The message is larger than some mail servers take.',
  'small-picture': 'A picture is shown larger than it is.',
  'one-click-unsubscribe': 'A reader cannot unsubscribe with one click.',
  'unsubscribe-link': 'The letter has no link to unsubscribe.',
  'message-form': 'The message breaks a rule of mail.',
  'lost-address': 'An address in a template leads nowhere from a mail.',
  'missing-in-text': 'The plain text lacks a link that the HTML has.',

  // Issue against issue
  'issue-order': 'Number and date do not follow the issue before.',
  'same-subject': 'An earlier issue has the same subject.',
  'skipped-month': 'There is a month without an issue.',
  'usual-section': 'A section that is always there is missing.',
  'unusual-length': 'The issue is much shorter or longer than the others.',
} as const;

/** A rule of `galley check`; its name is also its code. */
export type RuleCode = keyof typeof ruleCodes;

/** What is wrong with a comment that silences a rule. `docs/checks.md` explains each. */
export const ignoreCodes = {
  'unknown-rule': 'A comment silences a rule that is not there.',
  'ignore-without-reason': 'A comment silences a rule without saying why.',
  'unused-ignore': 'A comment silences nothing.',
} as const;

/** What can be wrong with what an author wrote. */
export type DiagnosticCode = keyof typeof diagnosticCodes | RuleCode | keyof typeof ignoreCodes;

/** The codes of a wrong command or environment: each ends the command with exit code 2. */
export const userErrorCodes = {
  'missing-workspace': 'There is no issues/ folder here.',
  'missing-config': 'There is no newsletter.config beside issues/.',
  'duplicate-config': 'There are two configs.',
  'unknown-issue': 'There is no issue of this slug.',
  'invalid-argument': "A word of the command line can't be used.",
  'existing-issue': 'There is an issue of this slug already.',
  'existing-files': 'Files that would be written are there already.',
  'uneditable-issue': "A link can't be put into the source of the issue.",
  'empty-year': 'There is no issue of the year to look back on.',
  'missing-editor': 'No editor is set, or it does not start.',
  'missing-compiler': 'The compiler of .ts files is not installed.',
  'missing-layout': 'A theme lacks the template where every letter starts.',
  'cannot-write': "A file can't be written.",
  'unsafe-header': "A value can't stand in a header of the message.",
  'unusable-dkim-key': "A message can't be signed with the DKIM key.",
  'port-in-use': 'The port that was asked for is taken.',
  'port-refused': 'The system does not give the port.',
  'galley-replaced': 'Galley itself was installed or built anew while it ran.',
  'invalid-mail-setting': 'A setting for sending mail is wrong, or set by halves.',
  'missing-mail-server': 'No mail server is set.',
  'invalid-recipient': 'A recipient is not one plain mail address.',
  'too-many-recipients': 'There are more recipients than a test mail may have.',
  'unconfirmed-recipient': 'A recipient outside testRecipients was not confirmed.',
} as const;

/** What can be wrong with how Galley is run, and where. */
export type UserErrorCode = keyof typeof userErrorCodes;
