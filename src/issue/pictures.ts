import { basename, dirname, extname } from 'node:path';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { FieldPath, Problem } from '../diagnostics/diagnostic.ts';
import type { OutsideReason } from '../files/is-inside.ts';
import { resolveInside } from '../files/is-inside.ts';
import type { ImageFile, ImageRefusal } from '../images/read-image.ts';
import { readImage } from '../images/read-image.ts';
import { suggestPicture } from './suggest-picture.ts';

/** A picture beside the issue, and the name it gets in `out/<slug>/`. */
export interface LocalPicture {
  readonly image: ImageFile;
  /** `images/<name>-<hash8>.<ext>`, relative to the built issue. */
  readonly path: string;
}

/** A mention of a picture in the data. */
export interface PictureField {
  readonly path: FieldPath;
  readonly text: string;
  readonly piece?: Problem['piece'];
}

export interface ReadPictures {
  /** By the source as written; pictures on the web are not in it. */
  readonly pictures: ReadonlyMap<string, LocalPicture>;
  readonly problems: readonly Problem[];
  /** The pictures' files, absolute, also those that are absent: they decide when to build again. */
  readonly files: readonly string[];
}

/**
 * Reads the pictures that an issue (or the config) names. Paths start at the folder of `file` and
 * stay in `root`. What can't be shown is a problem at each place that names it; a source that is
 * blank, or an address, is left to the schema.
 */
export async function readPictures(
  root: string,
  file: string,
  fields: readonly PictureField[],
): Promise<ReadPictures> {
  const pictures = new Map<string, LocalPicture>();
  const problems: Problem[] = [];
  const files: string[] = [];
  const local = fields.filter(({ text }) => text.trim() !== '' && !isAddress(text));
  const sources = new Set(local.map(({ text }) => text));
  for (const source of sources) {
    const read = await readPicture(root, file, source);
    if (read.file !== null) files.push(read.file);
    if (read.ok) {
      pictures.set(source, { image: read.image, path: outputPath(source, read.image) });
      continue;
    }
    const named = fields.filter((field) => field.text === source);
    problems.push(...named.map((field) => toProblem(field, read)));
  }
  return { pictures, problems, files };
}

/** True for a picture on the web: it stays there. */
export function isRemote(source: string): boolean {
  return /^https?:/i.test(source);
}

// --- internal ---

/** Also `file:`, `data:`, `//host` and `C:`, which no picture may have. */
function isAddress(source: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(source);
}

interface Refused {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint: string;
}

type ReadPicture =
  | { readonly ok: true; readonly file: string; readonly image: ImageFile }
  | ({ readonly ok: false; readonly file: string | null } & Refused);

async function readPicture(root: string, from: string, source: string): Promise<ReadPicture> {
  const found = resolveInside(root, dirname(from), source);
  if (!found.ok) {
    const refused = outsideRefusals[found.reason](source);
    const near =
      found.reason === 'missing' ? await suggestPicture(root, dirname(from), source) : null;
    const hint = near === null ? refused.hint : `Did you mean "${near}"?`;
    return { ok: false, file: null, ...refused, hint };
  }
  const read = await readImage(found.file);
  if (read.ok) return { ok: true, file: found.file, image: read.image };
  return {
    ok: false,
    file: found.file,
    code: imageCodes[read.reason],
    message: read.message,
    hint: read.hint,
  };
}

const imageCodes: Readonly<Record<ImageRefusal, DiagnosticCode>> = {
  missing: 'missing-image',
  unreadable: 'unreadable-image',
  'not-a-file': 'image-not-a-file',
  empty: 'empty-image',
  'too-large': 'image-too-large',
  unsupported: 'unsupported-image',
  damaged: 'damaged-image',
  'no-pixels': 'image-without-pixels',
  'too-many-pixels': 'too-many-pixels',
  'tracking-pixel': 'tracking-pixel',
};

const stayInside = (source: string): Refused => ({
  code: 'image-outside-workspace',
  message: `The image "${source}" lies outside the workspace.`,
  hint: 'Copy it next to the issue and write its path from there.',
});

const outsideRefusals: Readonly<Record<OutsideReason, (source: string) => Refused>> = {
  absolute: stayInside,
  outside: stayInside,
  'link-outside': stayInside,
  missing: (source) => ({
    code: 'missing-image',
    message: `There is no image "${source}" beside the issue.`,
    hint: 'Check the name: the path starts at the folder the issue is in.',
  }),
  'not-a-file': (source) => ({
    code: 'image-not-a-file',
    message: `"${source}" is a folder, not an image.`,
    hint: 'Name the image itself.',
  }),
  'bad-name': (source) => ({
    code: 'invalid-image-source',
    message: `"${source}" can't be the path of an image.`,
    hint: 'Use a path such as images/photo.png, with forward slashes.',
  }),
};

function toProblem(field: PictureField, refused: Refused): Problem {
  const { code, message, hint } = refused;
  return { code, severity: 'error', message, hint, path: field.path, piece: field.piece };
}

function outputPath(source: string, image: ImageFile): string {
  const name = basename(source, extname(source))
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `images/${name === '' ? 'image' : name}-${image.hash8}.${image.extension}`;
}
