import { domainToASCII } from 'node:url';
import type { ImageFile } from '../../images/read-image.ts';
import type { PictureField } from '../../issue/pictures.ts';
import type { Publication } from '../../workspace/publication.ts';
import type { CheckContext } from '../context.ts';
import type { MessageFault, MessageNeeds } from '../message/message-faults.ts';
import type { Finding, Rule } from '../rule.ts';
import { findAddress } from '../theme/place-address.ts';

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
    const findings: Finding[] = [];
    for (const fault of faults) {
      const message = `The message breaks a rule of mail: ${fault.what}.`;
      const hint =
        'Change what a template of yours writes, or remove the template: the built-in one does it right.';
      const places = await placesOf(context, fault);
      findings.push(...places.map((place) => ({ ...place, message, hint })));
    }
    return findings;
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
async function placesOf(
  { contents, markdown, pictures, printed, theme }: CheckContext,
  { contentId }: MessageFault,
): Promise<readonly Omit<Finding, 'message' | 'hint'>[]> {
  if (contentId === undefined) return [theme.whole];
  const isMeant = (image: ImageFile) => contentId.startsWith(`${image.hash16}@`);
  const fields: readonly PictureField[] = [...contents.images, ...markdown.pictures];
  const carried = fields.filter(({ text }) => {
    const picture = pictures.get(text);
    return picture !== undefined && isMeant(picture.image);
  });
  if (carried.length > 0) return carried.map(({ path, piece }) => ({ path, piece }));
  // The only picture that is in no field of the issue.
  const isAvatar = (await printed()).pictures.some(({ image }) => isMeant(image));
  if (isAvatar) return [{ of: 'config', path: ['author', 'avatar'] }];
  const written = findAddress(theme, `cid:${contentId}`);
  return written.length > 0 ? written : [theme.whole];
}
