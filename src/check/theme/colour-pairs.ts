import type { Tokens } from '../../render/tokens.ts';
import type { CheckContext } from '../context.ts';
import { blocksOf } from '../issue-blocks.ts';

/** A text and what it stands on, by the tokens of their colours. */
export interface ColourPair {
  readonly front: keyof Tokens & string;
  readonly behind: keyof Tokens & string;
  /** What has these colours, as the subject of a sentence in the plural. */
  readonly what: string;
  readonly isDark: boolean;
}

/** The pairs that an issue shows, in light and in dark. */
export function colourPairs(context: CheckContext): readonly ColourPair[] {
  const light = lightPairs(context);
  return light.flatMap((pair): readonly ColourPair[] => [
    { ...pair, isDark: false },
    { ...pair, front: darkOf(pair.front), behind: darkOf(pair.behind), isDark: true },
  ]);
}

// --- internal ---

type LightPair = Omit<ColourPair, 'isDark'>;

function lightPairs({ issue, markdown, contents }: CheckContext): readonly LightPair[] {
  const kinds = new Set<string>(blocksOf(issue).map(({ block }) => block.kind));
  const hasButton = kinds.has('button') || issue.sections.some((one) => 'cta' in one && one.cta);
  const hasCode = markdown.codes.length > 0;
  // In a line of text, a backtick that is none costs nothing here: the pair is a sound one to have.
  const hasBox = hasCode || kinds.has('callout') || contents.markdown.some(hasBacktick);
  return [
    { front: 'text', behind: 'background', what: 'The texts' },
    { front: 'secondary', behind: 'background', what: 'The small texts' },
    { front: 'accent', behind: 'background', what: 'The links' },
    ...(hasButton ? [{ front: 'onAccent', behind: 'accent', what: 'The buttons' } as const] : []),
    ...(hasBox ? [{ front: 'text', behind: 'codeBackground', what: 'The boxes' } as const] : []),
    ...(kinds.has('callout')
      ? [{ front: 'accent', behind: 'codeBackground', what: 'The links in boxes' } as const]
      : []),
    ...(hasCode ? roles : []).map((front): LightPair => {
      return { front, behind: 'codeBackground', what: 'The colours of code' };
    }),
  ];
}

const roles = [
  'codeComment',
  'codeKeyword',
  'codeString',
  'codeNumber',
  'codeFunction',
  'codeType',
  'codeTag',
] as const;

function hasBacktick({ text }: { readonly text: string }): boolean {
  return text.includes('`');
}

function darkOf(token: string): string {
  return `dark${token.charAt(0).toUpperCase()}${token.slice(1)}`;
}
