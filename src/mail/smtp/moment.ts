import type { SmtpServer } from './server.ts';

/** Where in the conversation something went wrong. */
export interface Moment {
  readonly phase: 'connect' | 'greeting' | 'login' | 'envelope' | 'content' | 'final';
  readonly server: SmtpServer;
  /** Null as long as there is none. */
  readonly mail: { readonly from: string; readonly to: string; readonly bytes: number } | null;
}
