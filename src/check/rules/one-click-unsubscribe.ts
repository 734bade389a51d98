import { listHeaders } from '../../mail/message-headers.ts';
import type { Rule } from '../rule.ts';

/** A reader can unsubscribe with one click. */
export const oneClickUnsubscribe: Rule = {
  name: 'one-click-unsubscribe',
  group: 'Message',
  severity: 'warning',
  about: {
    why: 'Gmail and Yahoo show "Unsubscribe" beside the sender, and ask whoever sends to many for it, when the headers of the message allow it with one click (RFC 8058). That takes an https address; a mail address alone, or http, is not enough. With an email service `tag` alone nothing is told: the service adds the headers when it sends.',
    silent: { config: 'unsubscribe: { url: https://boats.example/unsubscribe }' },
    firing: { config: 'unsubscribe: { mailto: leave@boats.example }' },
  },
  check: ({ publication }) => {
    const { url, mailto } = publication.unsubscribe ?? {};
    if (url === undefined && mailto === undefined) return [];
    // These alone tell: the whole message would have to be composed and taken apart again.
    const headers = listHeaders({ unsubscribeUrl: url, unsubscribeMailto: mailto });
    if (headers.some(({ name }) => name.toLowerCase() === 'list-unsubscribe-post')) return [];
    const why = url === undefined ? 'there is only a mail address' : 'the address is not https';
    return [
      {
        message: `The message does not let a reader unsubscribe with one click: ${why}.`,
        hint: 'Give `unsubscribe.url` an https address that unsubscribes when it gets a POST.',
        of: 'config',
        path: ['unsubscribe', url === undefined ? 'mailto' : 'url'],
      },
    ];
  },
};
