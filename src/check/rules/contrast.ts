import type { CheckContext } from '../context.ts';
import type { Finding, Rule } from '../rule.ts';
import type { ColourPair } from '../theme/colour-pairs.ts';
import { colourPairs } from '../theme/colour-pairs.ts';
import type { Rgb } from '../theme/colours.ts';
import { contrastOf, invert, lightness, readColour } from '../theme/colours.ts';

/** The colours of the theme can be read, whatever a mail program makes of them. */
export const contrast: Rule = {
  name: 'contrast',
  group: "Reader's access",
  severity: 'warning',
  about: {
    why: 'Text needs a contrast of 4.5 : 1 to what is behind it, for tired eyes and for a phone in the sun (WCAG 2.2, 1.4.3). Measured are the colours that you changed, in light and in dark mode, and as Gmail turns them round: on Android what stands on light, on iOS everything.',
    silent: {
      config: "theme: { accent: '#8a1c4a', darkAccent: '#ff9ecb' }",
      issue: `
- kind: topic
  heading: Steam
  body: It says more of [how planks are bent](https://planks.example/steam).`,
    },
    firing: {
      config: "theme: { accent: '#ff8c00' }",
      issue: `
- kind: topic
  heading: Steam
  body: It says more of [how planks are bent](https://planks.example/steam).`,
    },
  },
  check: async (context) => {
    const worst = new Map<string, { readonly ratio: number; readonly finding: Finding }>();
    for (const pair of colourPairs(context)) {
      const colours = coloursOf(context, pair);
      if (colours === null) continue;
      const { ratio, when } = faintest(colours, pair.isDark);
      if (ratio >= enough) continue;
      // A theme of the author's own need not have what this token is for.
      const html = (await context.printed()).html.toLowerCase();
      if (!colours.every((colour) => html.includes(colour))) continue;
      const { theme } = context;
      const [front, behind] = [await theme.token(pair.front), await theme.token(pair.behind)];
      const place = front ?? behind;
      if (place === null) continue;
      const token = front === null ? pair.behind : pair.front;
      const known = worst.get(token);
      if (known !== undefined && known.ratio <= ratio) continue;
      // Rounded down: 4.46 is not 4.5.
      const shown = Math.floor(ratio * 10) / 10;
      const message = `${pair.what} have a contrast of ${shown} : 1 ${when} (${colours.join(' on ')}); reading takes ${enough} : 1.`;
      const hint = `Make \`${pair.front}\` and \`${pair.behind}\` differ more in lightness.`;
      worst.set(token, { ratio, finding: { message, hint, ...place } });
    }
    return [...worst.values()].map(({ finding }) => finding);
  },
};

// --- internal ---

const enough = 4.5;

function coloursOf({ tokens }: CheckContext, pair: ColourPair): readonly [string, string] | null {
  const [front, behind] = [tokens[pair.front], tokens[pair.behind]].map((value) =>
    String(value).toLowerCase(),
  );
  return front === undefined || behind === undefined ? null : [front, behind];
}

/** The least contrast of the ways that a pair is shown in. */
function faintest([front, behind]: readonly [string, string], isDark: boolean) {
  const pair = [readColour(front), readColour(behind)] as const;
  if (isDark) return { ratio: contrastOf(...pair), when: 'in dark mode' };
  const inverted: readonly [Rgb, Rgb] = [invert(pair[0]), invert(pair[1])];
  const onLight = lightness(pair[1]) < 0.5 ? pair : inverted;
  return [
    { ratio: contrastOf(...pair), when: 'in light' },
    { ratio: contrastOf(...onLight), when: 'where Gmail on Android turns light colours round' },
    { ratio: contrastOf(...inverted), when: 'where Gmail on iOS turns all colours round' },
  ].reduce((least, one) => (one.ratio < least.ratio ? one : least));
}
