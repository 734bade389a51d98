import { domainToASCII } from 'node:url';
import type { PictureField } from '../../issue/pictures.ts';
import type { Publication } from '../../workspace/publication.ts';
import type { CheckContext } from '../context.ts';
import type { MessageFault, MessageNeeds } from '../message/message-faults.ts';
import type { Finding, Rule } from '../rule.ts';

/** The message is well-formed: its headers, its parts, and the pictures that travel with it. */
export const messageForm: Rule = {
  name: 'message-form',
  group: 'Message',
  severity: 'error',
  about: {
    why: 'Mail servers mend, mark or refuse a message that breaks the rules of mail, and mail programs show it in ways of their own. Looked at are the bytes of `email.eml`: every header that must be there, once; plain text beside HTML, and neither of them empty; encodings and the lengths of lines; the headers of the list that the config asks for; and that the HTML shows all pictures that travel along and no others. One that it does not show is listed as an attachment. What Galley writes by itself is well-formed; a template of your own can leave out a picture, or the plain text.',
    silent: {
      issue: `
- kind: topic
  heading: Steam
  body:
    - { kind: image, src: box.png, alt: A box of oak in a cloud of steam }`,
      pictures: { 'box.png': { width: 1104, height: 400 } },
    },
    firing: {
      issue: `
- kind: topic
  heading: Steam
  body:
    - { kind: image, src: box.png, alt: A box of oak in a cloud of steam }`,
      pictures: { 'box.png': { width: 1104, height: 400 } },
      templates: { 'blocks/image.mjml.hbs': '<p style="margin:0">{{picture.alt}}</p>' },
    },
  },
  check: async (context) => {
    const { messageFaults } = await import('../message/message-faults.ts');
    const faults = messageFaults(
      await context.eml(),
      await context.message(),
      needsOf(context.publication),
    );
    return faults.flatMap((fault) =>
      placesOf(context, fault).map((place) => ({
        ...place,
        message: `The message breaks a rule of mail: ${fault.what}.`,
        hint: 'Change what a template of yours writes, or remove the template: the built-in one does it right.',
      })),
    );
  },
};

// --- internal ---

function needsOf({ from, listId, url, unsubscribe }: Publication): MessageNeeds {
  const ways = [unsubscribe?.url, unsubscribe?.mailto].filter((way) => way !== undefined);
  const asked = {
    'List-ID': listId !== undefined,
    'List-Archive': url !== undefined,
    'List-Unsubscribe': ways.length > 0,
    'List-Unsubscribe-Post': unsubscribe?.url?.startsWith('https:') === true,
  };
  return {
    domain: domainToASCII(from.address.split('@').at(-1) ?? ''),
    headers: Object.entries(asked).flatMap(([name, isAsked]) => (isAsked ? [name] : [])),
  };
}

/** The fields of a picture that travels along, the template that names one, or the theme. */
function placesOf(
  { contents, markdown, pictures, theme }: CheckContext,
  { contentId }: MessageFault,
): readonly Omit<Finding, 'message' | 'hint'>[] {
  if (contentId === undefined) return [theme.whole];
  const fields: readonly PictureField[] = [...contents.images, ...markdown.pictures];
  const carried = fields.filter(({ text }) => {
    const hash = pictures.get(text)?.image.hash16;
    return hash !== undefined && contentId.startsWith(`${hash}@`);
  });
  if (carried.length > 0) return carried.map(({ path, piece }) => ({ path, piece }));
  const written = theme.find(/(?<=["'])cid:[^"']*/g);
  return written.length > 0 ? written : [theme.whole];
}
