import type { Operator } from '../types.ts';

/** mail>: facts from MailOperatorFactory.java of Digdag 0.10. */
export const mailOperator: Operator = {
  name: 'mail',
  summary: 'Sends an e-mail.',
  command: {
    type: ['file', 'map'], // Workspace.java:161
    meaning: 'Template file with the text of the mail, or {data: TEXT}.',
    requiredUnless: 'body',
    parameters: [
      {
        name: 'data', // Workspace.java:186
        type: ['string'],
        meaning: 'Text of the mail given in place.',
        required: true,
      },
    ],
  },
  parameters: [
    {
      name: 'subject', // MailOperatorFactory.java:117
      type: ['string'],
      meaning: 'Subject line.',
      required: true,
      requiredUnless: 'server setting config.mail.subject',
      uses: 40,
    },
    {
      name: 'to', // MailOperatorFactory.java:121
      type: ['list<string>', 'string'],
      meaning: 'Receivers.',
      required: true,
      notes: ['A single address may be a plain text; a text that is a JSON list is taken as one (broken) address.'],
      uses: 39,
    },
    {
      name: 'cc', // MailOperatorFactory.java:127
      type: ['list<string>'],
      meaning: 'Receivers of a copy.',
      since: '0.9.33',
      notes: ['Must be a list; a single text is an error.'],
    },
    {
      name: 'bcc', // MailOperatorFactory.java:126
      type: ['list<string>'],
      meaning: 'Hidden receivers.',
      since: '0.9.33',
      notes: ['Must be a list; a single text is an error.'],
      uses: 1,
    },
    {
      name: 'from', // MailOperatorFactory.java:134
      type: ['string'],
      meaning: 'Sender.',
      required: true,
      requiredUnless: 'server setting config.mail.from',
    },
    {
      name: 'body', // MailOperatorFactory.java:116
      type: ['string'],
      meaning: 'Text of the mail given in place; used when nothing stands after mail>.',
      undocumented: true,
      uses: 2,
    },
    {
      name: 'html', // MailOperatorFactory.java:129
      type: ['boolean'],
      meaning: 'Sends the text as HTML.',
      default: false,
      since: '0.2.4',
      uses: 3,
    },
    {
      name: 'attach_files', // MailOperatorFactory.java:185
      type: ['list<map>'],
      meaning: 'Files to attach.',
      since: '0.2.4',
      parameters: [
        {
          name: 'path', // MailOperatorFactory.java:188
          type: ['string'],
          meaning: 'File in the project.',
          required: true,
        },
        {
          name: 'content_type', // MailOperatorFactory.java:196
          type: ['string'],
          meaning: 'MIME type of the file.',
          default: 'application/octet-stream',
        },
        {
          name: 'filename', // MailOperatorFactory.java:192
          type: ['string'],
          meaning: 'Name that the receiver sees.',
          default: 'last part of path',
          notes: ['For a path with a directory the default keeps the slash in front of the name.'],
        },
      ],
    },
    {
      name: 'host', // MailOperatorFactory.java:281
      type: ['string'],
      meaning:
        'SMTP server. When neither this nor the secret mail.host is set, the SMTP settings of the server count, all together.',
      secret: 'mail.host',
    },
    {
      name: 'port', // MailOperatorFactory.java:291
      type: ['integer'],
      meaning: 'SMTP port.',
      required: true,
      secret: 'mail.port',
      when: 'host is given',
      notes: ['Has to be given as parameter even when the secret mail.port exists, since it is read first.'],
    },
    {
      name: 'username', // MailOperatorFactory.java:295
      type: ['string'],
      meaning: 'SMTP login.',
      secret: 'mail.username',
    },
    {
      name: 'password', // MailOperatorFactory.java:285
      type: ['string'],
      meaning: 'No effect any more; use the secret mail.password.',
      undocumented: true,
      deprecated: 'Digdag only logs a warning; since 0.8.16 the password comes from the secret alone.',
    },
    {
      name: 'tls', // MailOperatorFactory.java:292
      type: ['boolean'],
      meaning: 'Uses STARTTLS.',
      default: true,
      secret: 'mail.tls',
    },
    {
      name: 'ssl', // MailOperatorFactory.java:293
      type: ['boolean'],
      meaning: 'Uses the old SMTPS encryption.',
      default: false,
      secret: 'mail.ssl',
    },
    {
      name: 'debug', // MailOperatorFactory.java:294
      type: ['boolean'],
      meaning: 'Logs the SMTP talk.',
      default: false,
    },
  ],
  unknownKeys: 'template-variables',
  honoursRetry: true,
  constraints: [
    {
      kind: 'one of', // Workspace.java:188
      keys: ['mail>', 'body'],
      text: 'A text is needed: a file or {data: ...} after mail>, or body.',
    },
  ],
  sections: [
    {
      path: ['mail'], // MailOperatorFactory.java:114
      meaning: 'Defaults for all mail> tasks, such as from and the SMTP server.',
    },
  ],
  secrets: [
    {
      name: 'mail.host', // MailOperatorFactory.java:281
      meaning: 'SMTP server.',
    },
    {
      name: 'mail.port', // MailOperatorFactory.java:291
      meaning: 'SMTP port.',
    },
    {
      name: 'mail.username', // MailOperatorFactory.java:295
      meaning: 'SMTP login.',
    },
    {
      name: 'mail.password', // MailOperatorFactory.java:296
      meaning: 'SMTP password.',
    },
    {
      name: 'mail.tls', // MailOperatorFactory.java:292
      meaning: 'true or false, replaces tls.',
    },
    {
      name: 'mail.ssl', // MailOperatorFactory.java:293
      meaning: 'true or false, replaces ssl.',
    },
  ],
  files: [
    {
      kind: 'template',
      value: 'command',
      resolve: 'workdir',
      mustExist: true,
      template: true,
      when: 'the value is a text',
    },
    { kind: 'read', value: 'attach_files[].path', resolve: 'workdir', notes: 'May be made by an earlier task.' },
  ],
  notes: ['A text after mail> is always a file name; for text in place use {data: ...} or body.'],
  example:
    '_export:\n  mail: {from: digdag@example.com}\n+done:\n  mail>: {data: "finished ${session_date}"}\n  subject: load finished\n  to: [team@example.com]',
  documentation: 'operators/mail',
  uses: 40,
};
