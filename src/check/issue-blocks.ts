import type { FieldPath } from '../diagnostics/diagnostic.ts';
import type { Block, Issue } from '../issue/schema.ts';

/** A block of an issue and where it stands. */
export interface PlacedBlock {
  readonly block: Block;
  readonly path: FieldPath;
}

/** All blocks of the bodies of an issue, in their order. */
export function blocksOf({ sections }: Issue): readonly PlacedBlock[] {
  return sections.flatMap((section, index) => {
    const body = 'body' in section && typeof section.body !== 'string' ? section.body : [];
    return body.flatMap((block, at) =>
      typeof block === 'string' ? [] : [{ block, path: ['sections', index, 'body', at] }],
    );
  });
}
