/** A mail as a task describes it. */
export interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly body: string;
  readonly html: boolean;
  readonly attachments: readonly Attachment[];
}

export interface Attachment {
  /** Absolute. */
  readonly path: string;
  readonly name: string;
  readonly contentType: string;
}

/** The server that takes the mail (SmtpConfig of MailOperatorFactory). */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** Encrypts with STARTTLS where the server can. */
  readonly startTls: boolean;
  /** Encrypts from the start. */
  readonly ssl: boolean;
  readonly username: string | undefined;
  readonly password: string | undefined;
}

/** Why a mail was not sent, in the words of JavaMail, with the kind of its exception. */
export interface MailFailure {
  readonly message: string;
  readonly kind: string;
  /** What lies behind it. */
  readonly cause?: string;
}
