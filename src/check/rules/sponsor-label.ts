import type { Rule } from '../rule.ts';

/** The label of a sponsor says that its space was paid for. */
export const sponsorLabel: Rule = {
  name: 'sponsor-label',
  group: 'Sponsor',
  severity: 'warning',
  about: {
    why: 'Most countries want an advertisement to be called one, in words that nobody can take for something else: "Sponsored", "Ad", "Anzeige", "Publicité". "Partner" and "Thanks to" can mean anything. If nobody paid, say so in a `galley-ignore`.',
    silent: {
      issue: `
- kind: sponsor
  label: Sponsored by
  name: The Oak Yard
  url: https://oak.example
  body: Oak, sawn to order.`,
    },
    firing: {
      issue: `
- kind: sponsor
  label: With love from
  name: The Oak Yard
  url: https://oak.example
  body: Oak, sawn to order.`,
    },
  },
  check: ({ issue, publication }) => {
    const [language = ''] = publication.language.toLowerCase().split('-');
    if (!known.test(language)) return [];
    return issue.sections.flatMap((section, index) => {
      if (section.kind !== 'sponsor' || paid.test(section.label)) return [];
      return [
        {
          message: `The label "${section.label}" does not say that the space was paid for.`,
          hint: 'Use "Sponsored" or "Ad", or the word for it in your language.',
          path: ['sections', index, 'label'],
        },
      ];
    });
  },
};

// --- internal ---

/** The languages whose words are below. */
const known = /^(?:en|de|fr|es|pt|it|nl|sv|da|no|nb|nn|fi|pl|cs|ja|zh|ko)$/;

const paid = new RegExp(
  [
    '\\bspon[sz]|gespons|\\bads?\\b|advert|promoted|\\bpaid',
    'anzeige|werbung|publicité|rémunér|patrocina|publicidad|pagad|anuncio|anúncio|pubblicit|a pagamento',
    'advertentie|reclame|reklam|annons|annonce|betal[dt]|mainos|kaupalli|rekla|sponzor',
    '広告|プロモーション|スポンサー|(?<!\\p{L})PR(?!\\p{L})|广告|廣告|赞助|贊助|광고|협찬|스폰서',
  ].join('|'),
  'iu',
);
