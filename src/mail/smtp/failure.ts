/** Why a message was not accepted, or why that isn't known. */
export type SmtpFailureCode =
  // On the way to the server
  | 'host-not-found'
  | 'connection-refused'
  | 'network-unreachable'
  | 'connect-timeout'
  | 'silent-server'
  | 'connection-lost'
  | 'service-refused'
  | 'protocol-error'
  // TLS
  | 'insecure-server'
  | 'starttls-missing'
  | 'tls-failed'
  | 'bad-certificate'
  | 'unusable-authority'
  // Logging in
  | 'auth-missing'
  | 'auth-failed'
  | 'auth-required'
  // The message
  | 'sender-refused'
  | 'recipient-refused'
  | 'message-too-large'
  | 'message-refused'
  | 'try-again-later'
  | 'outcome-unknown'
  | 'interrupted';

export interface SmtpFailure {
  readonly code: SmtpFailureCode;
  /** What happened and why. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
  /** True when the same again would fail again. */
  readonly permanent: boolean;
}

/** What became of a message, or of a try. */
export type DeliveryStatus = 'accepted' | 'rejected' | 'unknown' | 'not-sent';

/** A try that failed. */
export interface Fault {
  readonly status: Exclude<DeliveryStatus, 'accepted'>;
  /** The answer that decided it, cleaned; '' for none. */
  readonly answer: string;
  readonly failure: SmtpFailure;
}

export type Attempt<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };
