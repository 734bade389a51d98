import { createLinkList } from '../../markdown/link-list.ts';
import type { SignatureView } from '../view-schema.ts';
import type { SectionContext } from './context.ts';
import { viewThumbnail } from './picture.ts';
import { viewProse } from './prose.ts';
import type { SharedContext } from './section.ts';

const avatarSide = 56;

/** The sign-off's own signature, else the author's name, bio and links from the config. */
export function viewSignature(
  shared: SharedContext & Pick<SectionContext, 'pictureWidth'>,
): SignatureView {
  const { input, smarten } = shared;
  const { author } = input.publication;
  const links = createLinkList();
  const index = input.issue.sections.length - 1;
  const last = input.issue.sections[index];
  const own = last?.kind === 'sign-off' ? last.signature : undefined;
  const path = `sections[${index}].signature`;
  const headingLevel = last?.kind === 'sign-off' && last.heading !== undefined ? 3 : 2;
  const context: SectionContext = { ...shared, links, headingLevel };
  const prose = own === undefined ? null : viewProse(own, path, context);
  return {
    path,
    prose,
    name: smarten(author.name),
    bio: author.bio === undefined ? null : smarten(author.bio),
    url: author.url ?? null,
    avatar: input.avatar === null ? null : viewThumbnail(input.avatar, avatarSide),
    links: (author.links ?? []).map(({ label, url }) => ({ label: smarten(label), url })),
    numbered: links.entries(),
  };
}
