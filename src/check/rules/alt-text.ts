import type { FieldPath, Problem } from '../../diagnostics/diagnostic.ts';
import type { CheckContext } from '../context.ts';
import { blocksOf } from '../issue-blocks.ts';
import type { Finding, Rule } from '../rule.ts';

/** The text of a picture says what it shows. */
export const altText: Rule = {
  name: 'alt-text',
  group: "Reader's access",
  severity: 'warning',
  about: {
    why: 'The `alt` of a picture is read aloud to whoever does not see it, and stands in its place where a mail program loads no pictures, as Outlook does at first. The name of a file says nothing there. An empty `alt` is for a picture that only decorates, but one that is a link has to say where it leads.',
    silent: {
      issue: `
- kind: topic
  heading: Steam
  body:
    - { kind: image, src: https://boats.example/box.png, alt: A box of oak in a cloud of steam }
    - { kind: image, src: https://boats.example/line.png, alt: '' }`,
    },
    firing: {
      issue: `
- kind: topic
  heading: Steam
  body:
    - { kind: image, src: https://boats.example/box.png, alt: IMG_2041.png }
    - kind: image
      src: https://boats.example/more.png
      alt: ''
      href: https://boats.example/more`,
    },
  },
  check: (context) => [...ofBlocks(context), ...ofProse(context)],
};

// --- internal ---

function ofBlocks({ issue, isEnglish }: CheckContext): readonly Finding[] {
  return blocksOf(issue).flatMap(({ block, path }): readonly Finding[] => {
    if (block.kind !== 'image') return [];
    const alt = [...path, 'alt'];
    if (block.alt !== '') return judge(block.alt, block.src, isEnglish, alt);
    if (block.href === undefined) return [];
    const message = 'The picture is a link, and its `alt` is empty: nobody is told where it leads.';
    return [{ message, hint: 'Say in `alt` where the link leads.', path: alt }];
  });
}

/** An empty one in prose is told by validation. */
function ofProse({ contents, markdown, isEnglish }: CheckContext): readonly Finding[] {
  return contents.markdown.flatMap(({ path, text }) =>
    (markdown.markdown.get(text)?.images ?? []).flatMap(({ alt, src, offset }) => {
      const start = text.lastIndexOf('![', offset) + 2;
      const found = text.indexOf(alt, start);
      const isThere = found !== -1 && found < offset;
      const piece = isThere ? { offset: found, length: alt.length } : { offset, length: 1 };
      return alt === '' ? [] : judge(alt, src, isEnglish, path, piece);
    }),
  );
}

function judge(
  alt: string,
  src: string,
  isEnglish: boolean,
  path: FieldPath,
  piece?: Problem['piece'],
): readonly Finding[] {
  const file = /[^/\\]*$/.exec(src)?.[0] ?? '';
  const isFile = fileName.test(alt) || (alt === file.replace(/\.\w+$/, '') && /[\d_-]/.test(alt));
  const isEmpty = isEnglish && kindOfPicture.test(alt);
  if (!isFile && !isEmpty) return [];
  const message = isFile
    ? `The \`alt\` "${alt}" is the name of a file.`
    : `The \`alt\` "${alt}" says that there is a picture, not what it shows.`;
  const hint = 'Say in a few words what the picture shows, or make it empty if it only decorates.';
  return [{ message, hint, path, piece }];
}

const fileName =
  /^[^\s/]*\.(?:png|jpe?g|gif|webp|svg|avif|hei[cf]|bmp|tiff?)$|^(?:img|dscn?|pxl|p)[_-]?\d{3,}/i;
const kindOfPicture =
  /^(?:an? |the )?(?:image|picture|photo|photograph|screenshot|graphic|alt(?: text)?|todo|tbd)\.?$/i;
