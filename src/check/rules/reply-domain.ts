import type { Rule } from '../rule.ts';

/** Answers go to the domain that the letter comes from. */
export const replyDomain: Rule = {
  name: 'reply-domain',
  group: 'Inbox',
  severity: 'warning',
  about: {
    why: 'A letter from one domain that wants its answers at another looks like a forged one, to filters and to careful readers. A subdomain is no other domain.',
    silent: {
      config: `
from: { name: Wooden Boats, address: letter@mail.boats.example }
replyTo: ada@boats.example`,
    },
    firing: {
      config: `
from: { name: Wooden Boats, address: letter@boats.example }
replyTo: ada.boats@freemail.example`,
    },
  },
  check({ publication: { from, replyTo } }) {
    if (replyTo === undefined) return [];
    const isText = typeof replyTo === 'string';
    const [sender, answers] = [from.address, isText ? replyTo : replyTo.address].map(domainOf);
    if (sender === undefined || answers === undefined || belongTogether(sender, answers)) return [];
    return [
      {
        message: `The letter comes from ${sender}, but answers to it go to ${answers}.`,
        hint: `Use an address at ${sender} for answers, and forward it if you like.`,
        path: isText ? ['replyTo'] : ['replyTo', 'address'],
        of: 'config',
      },
    ];
  },
};

// --- internal ---

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

/** The same domain, one in the other, or both in a third that is no mere suffix such as `co.uk`. */
function belongTogether(a: string, b: string): boolean {
  if (a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`)) return true;
  const [first, second] = [a, b].map((domain) => domain.split('.').slice(-2).join('.'));
  return first === second && !/^(?:ac|co|com|edu|gob|gov|net|or|org)\.\p{L}{2}$/u.test(first ?? '');
}
