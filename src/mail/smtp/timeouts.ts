/** How long the server may take, in milliseconds. */
export interface Timeouts {
  /** Finding the host and connecting. */
  readonly connect: number;
  /** From there until it has greeted, TLS is on and it has named its extensions. */
  readonly greeting: number;
  /** Logging in; and from naming sender and recipient to being asked for the message. */
  readonly command: number;
  /** Taking the next piece of the message. */
  readonly block: number;
  /** Answering to the whole message: giving up early makes duplicates (RFC 5321, 4.5.3.2.6). */
  readonly finalDot: number;
}

const MINUTE = 60_000;

/** Those of RFC 5321 section 4.5.3.2, but less until the server has greeted. */
export const DEFAULT_TIMEOUTS: Timeouts = {
  connect: MINUTE / 2,
  greeting: MINUTE / 2,
  command: 5 * MINUTE,
  block: 3 * MINUTE,
  finalDot: 10 * MINUTE,
};
